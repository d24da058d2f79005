import type { Citation } from '../model/plan.ts';
import { codeSpan, inMarkdown } from './escape.ts';

/**
 * Prints a message in Markdown. What stands in “ ” is somebody's text: as code it shows as it is and does nothing. A command between backticks is
 * code, too. All else is escaped.
 */
export function printClause(text: string): string {
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

/** Prints where a statement comes from. Only an address that can't end its link early, or its line, is made one. */
export function printCitation({ text, url }: Citation): string {
  return /^https?:\/\/[^\s<>()[\]"'`\\]+$/.test(url) ? `[${printWords(text)}](${url})` : printWords(text);
}
