import { type Finding, type Severity, severities } from '../../model/finding.ts';
import { codeSpan, inMarkdown } from '../../text/escape.ts';
import { worstFirst } from '../by-severity.ts';
import { aFinding, anOutcome } from '../example-outcome.ts';
import { lineAddress } from '../line-address.ts';
import { counted, escapeWords, printedMessage } from '../printed-message.ts';
import type { CheckedFile, CheckOutcome, Reporter, ReporterOptions } from '../reporter.ts';
import { rulePage } from '../rule-page.ts';

const words: Record<Severity, string> = { error: '**error**', warning: 'warning', info: 'note' };

export default {
  summary: 'For the job summary of GitHub Actions and for a comment: a list by file, cut where GitHub would refuse it',
  print(outcome, { linesAt, room = 'summary' }) {
    const { files } = outcome;
    const clean = files.filter((file) => file.findings.length === 0);
    if (clean.length === files.length) return `### Governance documents: no problems\n\n${printClean(clean, room)}`;
    const head = `### Governance documents: ${printCounts(outcome)}\n\n${printFixable(files)}`;
    const { sections, cut } = fitFindings(files, rooms[room].findings, (finding) => printFinding(finding, linesAt));
    const note = cut === 0 ? '' : `${counted(cut, 'finding')} more: ${rooms[room].elsewhere}.\n\n`;
    return `${[head, ...sections, note, printClean(clean, room)].join('').trimEnd()}\n`;
  },
  examples: [
    {
      name: 'a list by file, errors first, which a phone can show as well',
      outcome: anOutcome([aFinding(), aFinding({ severity: 'error', rule: 'row-cells', message: 'a cell too many' })]),
      contains: [
        '### Governance documents: 2 problems (1 error, 1 warning)\n',
        '`WORKING-GROUPS.md`, read as two-tables\n\n- **error** in line 5: a cell too many ([row-cells](',
        '- warning in line 5: nobody leads “Docs” ([group-without-lead](https://github.com/remit-bot/remit/blob/main/docs/',
      ],
    },
    {
      name: 'links to the lines, where the repository is known',
      outcome: anOutcome([aFinding({ at: { path: 'a b.md', endLine: 6 } })]),
      options: { linesAt: 'https://github.com/octo-org/octo-repo/blob/1234567' },
      contains: ['[line 5](https://github.com/octo-org/octo-repo/blob/1234567/a%20b.md?plain=1#L5-L6)'],
    },
    {
      name: 'all is fine',
      outcome: anOutcome([]),
      contains: ['### Governance documents: no problems\n\n- `WORKING-GROUPS.md`, read as two-tables\n'],
    },
    {
      name: 'text of the document stays text',
      outcome: anOutcome([aFinding({ message: 'nobody leads “a|b <img src=x> @octo-lead-1 ```suggestion”' })]),
      contains: ['“a&#124;b &#60;img src=x&#62; @\u2060octo-lead-1 &#96;&#96;&#96;suggestion”'],
    },
  ],
} satisfies Reporter;

type Room = NonNullable<ReporterOptions['room']>;

interface Limit {
  /** How much the findings may take, which leaves something for the rest and for what others write there. */
  findings: { most: number; lengthOf(text: string): number };
  files: number;
  elsewhere: string;
}

const rooms: Record<Room, Limit> = {
  /** 1 MiB of UTF-8; source: “Workflow commands for GitHub Actions”, adding a job summary, step isolation and limits. */
  summary: {
    findings: { most: 0.75 * 1024 * 1024, lengthOf: (text) => new TextEncoder().encode(text).length },
    files: 2000,
    elsewhere: 'GitHub shows no more than 1 MiB here, all are in the log',
  },
  /** 65,536 characters, which is what GitHub's API says to a comment that is longer. */
  comment: {
    findings: { most: 54_000, lengthOf: (text) => text.length },
    files: 20,
    elsewhere: 'a comment has no room for them, all are in the job summary and the log',
  },
};

/** The worst that fit, each below its file, and how many don't. */
function fitFindings(files: CheckedFile[], room: Limit['findings'], printOne: (finding: Finding) => string) {
  const fileOf = new Map(files.flatMap((file) => file.findings.map((finding) => [finding, file])));
  const sections = new Map<CheckedFile, string[]>();
  const findings = worstFirst([...fileOf.keys()]);
  let left = room.most;
  let fit = 0;
  for (const finding of findings) {
    const file = fileOf.get(finding) as CheckedFile;
    const line = printOne(finding);
    left -= room.lengthOf(line) + (sections.has(file) ? 0 : room.lengthOf(printFile(file)) + 2);
    if (left < 0) break;
    fit += 1;
    sections.set(file, [...(sections.get(file) ?? []), line]);
  }
  const printed = [...sections].map(([file, lines]) => `${printFile(file)}\n\n${lines.join('')}\n`);
  return { sections: printed, cut: findings.length - fit };
}

function printFinding(finding: Finding, linesAt: string | undefined): string {
  const { at, severity, rule } = finding;
  const place = linesAt === undefined ? `line ${at.line}` : `[line ${at.line}](${lineAddress(linesAt, at)})`;
  const message = escapeWords(printedMessage(finding), inMarkdown);
  return `- ${words[severity]} in ${place}: ${message} ([${rule}](${rulePage(rule)}))\n`;
}

const printFile = ({ path, format }: CheckedFile): string =>
  `${codeSpan(path)}, ${format ? `read as ${format}` : 'no known format, so checked as Markdown only'}`;

function printClean(files: CheckedFile[], room: Room): string {
  if (files.length > rooms[room].files) return `No problems in ${counted(files.length, 'other file')}.\n`;
  return files.map((file) => `- ${printFile(file)}\n`).join('');
}

function printCounts({ counts }: CheckOutcome): string {
  const nouns: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };
  const list = severities.filter((each) => counts[each] > 0).map((each) => counted(counts[each], nouns[each]));
  return `${counted(counts.error + counts.warning + counts.info, 'problem')} (${list.join(', ')})`;
}

function printFixable(files: CheckedFile[]): string {
  const fixable = files.flatMap((file) => file.findings).filter(({ fix }) => fix).length;
  return fixable === 0 ? '' : `${fixable} of them can be fixed with \`remit check --fix\`.\n\n`;
}
