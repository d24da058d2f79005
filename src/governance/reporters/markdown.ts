import { type Finding, type Severity, severities } from '../../model/finding.ts';
import { codeSpan, inMarkdown } from '../../text/escape.ts';
import { aFinding, anOutcome } from '../example-outcome.ts';
import { counted, escapeWords, printedMessage } from '../printed-message.ts';
import type { CheckedFile, CheckOutcome, Reporter } from '../reporter.ts';

/** What GitHub takes as a step's summary, in UTF-8 bytes; source: “Workflow commands”, step isolation and limits. */
const longestSummary = 1024 * 1024;
/** Kept free for the sentence that says what was cut. */
const roomForNote = 200;

const words: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

export default {
  summary: 'For the job summary of GitHub Actions: a table of findings, errors first, cut at GitHub’s 1 MiB',
  print(outcome) {
    const { files } = outcome;
    const findings = files.flatMap((file) => file.findings);
    const read = printFiles(files);
    if (findings.length === 0) return `### Governance documents: no problems\n\n${read}`;
    const sorted = severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
    const title = `### Governance documents: ${printCounts(outcome)}\n\n`;
    return `${fitRows(title, sorted)}\n${read}`;
  },
  examples: [
    {
      name: 'a row a finding, without links',
      outcome: anOutcome([aFinding()]),
      contains: [
        '### Governance documents: 1 problem (1 warning)',
        '| `WORKING-GROUPS.md:5:3` | warning | nobody leads “Docs” | group-without-lead |\n',
        '- `WORKING-GROUPS.md`, read as two-tables\n',
      ],
    },
    { name: 'all is fine', outcome: anOutcome([]), contains: ['### Governance documents: no problems\n'] },
    {
      name: 'text of the document stays text',
      outcome: anOutcome([aFinding({ message: 'nobody leads “a|b <img src=x> @octo-lead-1”' })]),
      contains: ['“a&#124;b &#60;img src=x&#62; @\u2060octo-lead-1”'],
    },
  ],
} satisfies Reporter;

function printFiles(files: CheckedFile[]): string {
  const list = files.map(printFile).join('');
  return bytesOf(list) < longestSummary / 4 ? list : `- ${counted(files.length, 'file')}\n`;
}

const printFile = ({ path, format }: CheckedFile): string =>
  `- ${codeSpan(path)}, ${format ? `read as ${format}` : 'no known format, so checked as Markdown only'}\n`;

function printCounts({ counts }: CheckOutcome): string {
  const list = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => counted(counts[severity], words[severity]));
  return `${counted(counts.error + counts.warning + counts.info, 'problem')} (${list.join(', ')})`;
}

/** As many rows as fit, and a sentence on how many don't. */
function fitRows(title: string, findings: Finding[]): string {
  const head = `${title}| Where | Severity | Finding | Rule |\n| --- | --- | --- | --- |\n`;
  let left = longestSummary * 0.75 - bytesOf(head) - roomForNote;
  const rows: string[] = [];
  for (const finding of findings) {
    const row = printRow(finding);
    left -= bytesOf(row);
    if (left < 0) break;
    rows.push(row);
  }
  const cut = findings.length - rows.length;
  const note = cut > 0 ? `\nGitHub shows no more than 1 MiB here: ${counted(cut, 'finding')} more in the log.\n` : '';
  return `${head}${rows.join('')}${note}`;
}

function printRow(finding: Finding): string {
  const { at, severity, rule } = finding;
  const place = codeSpan(`${at.path}:${at.line}:${at.column}`);
  return `| ${place} | ${words[severity]} | ${escapeWords(printedMessage(finding), inMarkdown)} | ${rule} |\n`;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
