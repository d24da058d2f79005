import picocolors from 'picocolors';
import type { Finding, Severity } from '../../model/finding.ts';
import { inTerminal } from '../../text/escape.ts';
import { aFinding, anOutcome } from '../example-outcome.ts';
import { counted, escapeWords, printedMessage } from '../printed-message.ts';
import type { CheckedFile, CheckOutcome, Reporter } from '../reporter.ts';

type Paint = ReturnType<typeof picocolors.createColors>;

export default {
  summary: 'For people at a terminal: a line a finding, below the file’s path and the format it was read as',
  print(outcome, { colours }) {
    const paint = picocolors.createColors(colours);
    const [faulty, clean] = [withFindings(outcome), outcome.files.filter((file) => file.findings.length === 0)];
    if (outcome.files.length === 0) return 'nothing was checked\n';
    if (faulty.length === 0) return `${paint.green('✔')} ${printClean(clean)}\n`;
    const parts = [
      ...faulty.map((file) => printFile(file, paint)),
      ...(clean.length > 0 ? [`${paint.dim(printClean(clean))}\n`] : []),
      `${printSummary(outcome, paint)}\n`,
    ];
    return parts.join('\n');
  },
  examples: [
    {
      name: 'aligned as ESLint does it',
      outcome: anOutcome([
        aFinding(),
        aFinding({
          severity: 'error',
          rule: 'seat-of-unknown-group',
          at: { line: 12, column: 10 },
          message: 'Octo Lead leads “Netwroking”, which is no group of this document',
          expected: ['Networking'],
        }),
      ]),
      contains: [
        'WORKING-GROUPS.md  read as two-tables\n',
        '   5:3   warning  nobody leads “Docs” ',
        '  12:10  error    Octo Lead leads “Netwroking”, which is no group of this document; did you mean “Networking”?  seat-of-unknown-group\n',
        '✖ 2 problems (1 error, 1 warning)\n',
      ],
    },
    {
      name: 'all is fine',
      outcome: anOutcome([]),
      contains: ['✔ no problems in WORKING-GROUPS.md (two-tables)\n'],
    },
    {
      name: 'a file that no format fits',
      outcome: anOutcome([], { path: 'NOTES.md', format: null }),
      contains: ['✔ no problems in NOTES.md (no known format, so checked as Markdown only)\n'],
    },
    {
      name: 'in comparison with a base',
      outcome: anOutcome([aFinding({ new: true }), aFinding({ at: { line: 7 }, new: false })]),
      contains: [
        '5:3  warning  nobody leads “Docs”  group-without-lead\n',
        '7:3  warning  nobody leads “Docs”  group-without-lead  known\n',
        '✖ 2 problems (2 warnings; 1 new, 1 known)\n',
      ],
    },
    {
      name: 'a place that has to do with the finding',
      outcome: anOutcome([
        aFinding({ related: [{ at: { ...aFinding().at, line: 2, column: 1 }, message: 'it stands here first' }] }),
      ]),
      contains: ['\n       2:1 it stands here first\n'],
    },
  ],
} satisfies Reporter;

const withFindings = ({ files }: CheckOutcome): CheckedFile[] => files.filter((file) => file.findings.length > 0);

function printFile({ path, format, findings }: CheckedFile, paint: Paint): string {
  const read = format ? `read as ${format}` : 'no known format, so checked as Markdown only';
  const widths = widthsOf(findings);
  const lines = findings.flatMap((finding) => [printFinding(finding, widths, paint), ...printRelated(finding, paint)]);
  return `${paint.underline(inTerminal(path))}  ${paint.dim(read)}\n${lines.map((line) => `${line}\n`).join('')}`;
}

interface Widths {
  line: number;
  column: number;
  message: number;
}

function widthsOf(findings: Finding[]): Widths {
  const longest = (textOf: (finding: Finding) => string) =>
    findings.reduce((width, finding) => Math.max(width, textOf(finding).length), 0);
  return {
    line: longest(({ at }) => String(at.line)),
    column: longest(({ at }) => String(at.column)),
    message: Math.min(
      120,
      longest((finding) => escapeWords(printedMessage(finding), inTerminal)),
    ),
  };
}

const paints: Record<Severity, (paint: Paint) => (text: string) => string> = {
  error: (paint) => paint.red,
  warning: (paint) => paint.yellow,
  info: (paint) => paint.blue,
};

function printFinding(finding: Finding, widths: Widths, paint: Paint): string {
  const { at, severity, rule } = finding;
  const place = `${String(at.line).padStart(widths.line)}:${String(at.column).padEnd(widths.column)}`;
  const kind = paints[severity](paint)(severity.padEnd('warning'.length));
  const message = escapeWords(printedMessage(finding), inTerminal).padEnd(widths.message);
  const known = finding.new === false ? '  known' : '';
  return `  ${paint.dim(place)}  ${kind}  ${message}  ${paint.dim(`${rule}${known}`)}`;
}

const printRelated = ({ related }: Finding, paint: Paint): string[] =>
  related.map(({ at, message }) => paint.dim(`       ${at.line}:${at.column} ${escapeWords(message, inTerminal)}`));

function printClean(files: CheckedFile[]): string {
  const names = files.map(
    ({ path, format }) => `${inTerminal(path)} (${format ?? 'no known format, so checked as Markdown only'})`,
  );
  return files.length === 1
    ? `no problems in ${names[0]}`
    : `no problems in ${files.length} files: ${names.join(', ')}`;
}

function printSummary({ files, counts }: CheckOutcome, paint: Paint): string {
  const kinds = [
    [counts.error, 'error'],
    [counts.warning, 'warning'],
    [counts.info, 'note'],
  ] as const;
  const total = counts.error + counts.warning + counts.info;
  const list = kinds.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
  const colour = counts.error > 0 ? paint.red : paint.yellow;
  const isCompared = files.some(({ findings }) => findings.some((finding) => finding.new !== null));
  const known = isCompared ? `; ${counts.new} new, ${total - counts.new} known` : '';
  return paint.bold(colour(`✖ ${counted(total, 'problem')} (${list.join(', ')}${known})`));
}
