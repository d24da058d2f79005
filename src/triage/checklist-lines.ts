import type { Citation, Verdict } from '../model/plan.ts';
import { codeSpan, inMarkdown } from '../text/escape.ts';

/** @returns the checklist as people read it, one line a verdict in their order, in Markdown. */
export function printLines(verdicts: Verdict[]): string[] {
  const isTypeable = verdicts.some(({ remedy }) => remedy !== undefined && /^\/|`\//.test(remedy));
  return [
    '### What this issue still needs',
    '',
    ...verdicts.map(printLine),
    '',
    `<sub>${isTypeable ? `${howToType} ` : ''}Remit keeps this list up to date and takes it away when nothing is left on it.</sub>`,
  ];
}

const howToType = 'A command stands on a line of its own in a comment.';

const boxes: Record<Verdict['status'], string> = {
  missing: '[ ] ',
  conflict: '[ ] ',
  met: '[x] ',
  waived: '[x] ',
  unknown: '',
};

function printLine({ requirement, status, message, remedy, cites }: Verdict): string {
  const said = status === 'unknown' ? `not known: ${message}` : message;
  const sources = cites.length > 0 ? ` (${cites.map(printCitation).join(', ')})` : '';
  const advice = remedy === undefined ? '' : ` – ${remedy.startsWith('/') ? codeSpan(remedy) : printClause(remedy)}`;
  return `- ${boxes[status]}**${titleOf(requirement)}**: ${printClause(said)}${sources}${advice}`;
}

/**
 * What stands in “ ” is somebody's text: as code it shows as it is and does nothing. A command between backticks is
 * code, too. All else is escaped.
 */
function printClause(text: string): string {
  const pieces = text.split(/(“[^“”]*”|`\/[^`“”]*`)/);
  return pieces.reduce((printed, piece, index) => {
    if (index % 2 === 0) return printed + printWords(piece);
    // Two code spans without anything between them would be one, with a fence that nobody closes.
    return `${printed}${printed.endsWith('`') ? ' ' : ''}${codeSpan(piece.slice(1, -1))}`;
  }, '');
}

/** Word by word, as `inMarkdown` cuts what is long; most words are plain and stay as they are. */
function printWords(text: string): string {
  const words = text.split(' ');
  return words.map((word) => (/^[a-zA-Z,]*$/.test(word) ? word : inMarkdown(word))).join(' ');
}

/** Only an address that can't end its link early, or its line, is made one. */
function printCitation({ text, url }: Citation): string {
  return /^https?:\/\/[^\s<>()[\]"'`\\]+$/.test(url) ? `[${printWords(text)}](${url})` : printWords(text);
}

function titleOf(requirement: string): string {
  const words = requirement.replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
