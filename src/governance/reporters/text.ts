import picocolors from 'picocolors';
import type { Finding, Severity } from '../../model/finding.ts';
import { codeFrame } from '../../text/code-frame.ts';
import { inTerminal } from '../../text/escape.ts';
import { linesOf } from '../../text/lines.ts';
import { aFinding, anOutcome } from '../example-outcome.ts';
import { findingNotes } from '../finding-notes.ts';
import { printedPath } from '../printed-line.ts';
import { counted, escapeWords } from '../printed-message.ts';
import type { CheckedFile, CheckOutcome, Reporter } from '../reporter.ts';

type Paint = ReturnType<typeof picocolors.createColors>;

export default {
  summary: 'For people at a terminal: a finding with its line of the document, below the file’s path and format',
  print(outcome, { colours, width = 100 }) {
    const paint = picocolors.createColors(colours);
    const [faulty, clean] = [withFindings(outcome), outcome.files.filter((file) => file.findings.length === 0)];
    if (outcome.files.length === 0) return 'nothing was checked\n';
    if (faulty.length === 0) return `${paint.green('✔')} ${printClean(clean)}\n`;
    const parts = [
      ...faulty.map((file) => printFile(file, width, paint)),
      ...(clean.length > 0 ? [`${paint.dim(printClean(clean))}\n`] : []),
      printSummary(outcome, paint),
    ];
    return parts.join('\n');
  },
  examples: [
    {
      name: 'aligned as ESLint does it, each with its stretch of the line and what would be right',
      outcome: anOutcome(
        [
          aFinding({ at: { line: 1 } }),
          aFinding({
            severity: 'error',
            rule: 'seat-of-unknown-group',
            at: { line: 2, column: 12, endColumn: 22 },
            message: 'Octo Lead leads “Netwroking”, which is no group of this document',
            expected: ['Networking'],
          }),
        ],
        { text: '| Docs | Octo Inc |\n| Octo One\t| Netwroking | |\n' },
      ),
      contains: [
        'WORKING-GROUPS.md  read as two-tables\n',
        '  1:3   warning  nobody leads “Docs”  ',
        '  2:12  error    Octo Lead leads “Netwroking”, which is no group of this document  seat-of-unknown-group\n',
        '       │ | Octo One | Netwroking | |\n       │            ^^^^^^^^^^\n       = did you mean “Networking”?\n',
        '✖ 2 problems (1 error, 1 warning)\n',
      ],
    },
    {
      name: 'a row that is longer than the terminal is cut around the stretch',
      outcome: anOutcome([aFinding({ at: { line: 1, column: 201, endColumn: 206 } })], {
        text: `${'x'.repeat(200)}前端 網路${'y'.repeat(200)}`,
      }),
      options: { width: 40 },
      contains: [' │ …xxxxxxxx前端 網路yyyyyyyyy…\n', ' │          ^^^^^^^^^\n'],
    },
    {
      name: 'what a fix makes of it, and how many can be fixed',
      outcome: anOutcome([aFinding({ fix: { at: aFinding().at, text: 'Documentation' } }), aFinding()]),
      contains: ['= --fix makes it “Documentation”\n', '  1 of them can be fixed with --fix\n'],
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
      contains: ['= 2:1 it stands here first\n'],
    },
  ],
} satisfies Reporter;

const withFindings = ({ files }: CheckOutcome): CheckedFile[] => files.filter((file) => file.findings.length > 0);

function printFile({ path, format, findings, text }: CheckedFile, width: number, paint: Paint): string {
  const read = format ? `read as ${format}` : 'no known format, so checked as Markdown only';
  const widths = widthsOf(findings);
  const source = linesOf(text);
  const lines = findings.flatMap((finding) => [
    printFinding(finding, widths, paint),
    ...printBelow(finding, source[finding.at.line - 1] ?? '', width, paint).map(
      (line) => `${' '.repeat(widths.line + widths.column + 4)}${line}`,
    ),
  ]);
  return `${paint.underline(printedPath(path))}  ${paint.dim(read)}\n${lines.map((line) => `${line}\n`).join('')}`;
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
      longest(({ message }) => escapeWords(message, inTerminal)),
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
  const said = escapeWords(finding.message, inTerminal).padEnd(widths.message);
  const known = finding.new === false ? '  known' : '';
  return `  ${paint.dim(place)}  ${kind}  ${said}  ${paint.dim(`${rule}${known}`)}`;
}

/** The gutter keeps a document's line from standing where a runner would take it for a command. */
function printBelow(finding: Finding, line: string, width: number, paint: Paint): string[] {
  const { column, endColumn, line: first, endLine } = finding.at;
  const stretch = first === endLine ? { column, endColumn } : { column };
  const frame = codeFrame(line, stretch, { width: Math.max(20, width - 12) });
  const gutter = paint.dim('│');
  return [
    ...(frame.line.trim() === ''
      ? []
      : [`${gutter} ${frame.line}`, `${gutter} ${paints[finding.severity](paint)(frame.marks)}`]),
    ...findingNotes(finding).map((note) => paint.dim(`= ${note}`)),
  ];
}

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
  const fixable = files.flatMap((file) => file.findings).filter(({ fix }) => fix).length;
  const fixes = fixable > 0 ? `  ${fixable} of them can be fixed with --fix\n` : '';
  return `${paint.bold(colour(`✖ ${counted(total, 'problem')} (${list.join(', ')}${known})`))}\n${fixes}`;
}
