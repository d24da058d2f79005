import { type Finding, type Severity, severities } from '../model/finding.ts';
import { codeSpan, inMarkdown } from '../text/escape.ts';
import { counted, escapeWords, printedMessage } from './printed-message.ts';
import type { CheckedFile, CheckOutcome } from './reporter.ts';

/** The place that a report has to fit into. */
export interface Room {
  /** In UTF-8 bytes. */
  longest: number;
  /** Completes “… holds no more than this”: `A job’s summary`. */
  of: string;
}

/** Kept free for the sentence that says what was cut. */
const roomForNote = 200;

const words: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** @returns an outcome in Markdown: a table of findings, errors first, as many as fit, and which files were read. */
export function findingsReport(outcome: CheckOutcome, room: Room): string {
  const { files } = outcome;
  const findings = files.flatMap((file) => file.findings);
  const read = printFiles(files, room);
  if (findings.length === 0) return `### Governance documents: no problems\n\n${read}`;
  const sorted = severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const title = `### Governance documents: ${printCounts(outcome)}\n\n`;
  return `${fitRows(title, sorted, room)}\n${read}`;
}

function printFiles(files: CheckedFile[], { longest }: Room): string {
  const list = files.map(printFile).join('');
  return bytesOf(list) < longest / 4 ? list : `- ${counted(files.length, 'file')}\n`;
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
function fitRows(title: string, findings: Finding[], room: Room): string {
  const head = `${title}| Where | Severity | Finding | Rule |\n| --- | --- | --- | --- |\n`;
  let left = room.longest * 0.75 - bytesOf(head) - roomForNote;
  const rows: string[] = [];
  for (const finding of findings) {
    const row = printRow(finding);
    left -= bytesOf(row);
    if (left < 0) break;
    rows.push(row);
  }
  const cut = findings.length - rows.length;
  const note = cut > 0 ? `\n${room.of} holds no more than this: ${counted(cut, 'finding')} more in the log.\n` : '';
  return `${head}${rows.join('')}${note}`;
}

function printRow(finding: Finding): string {
  const { at, severity, rule } = finding;
  const place = codeSpan(`${at.path}:${at.line}:${at.column}`);
  return `| ${place} | ${words[severity]} | ${escapeWords(printedMessage(finding), inMarkdown)} | ${rule} |\n`;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
