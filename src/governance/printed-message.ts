import type { Finding } from '../model/finding.ts';
import { quote } from '../text/escape.ts';

/** @returns the message as reporters print it: with what would have been right, where the rule knows it. */
export function printedMessage({ message, expected }: Finding): string {
  if (expected.length === 0) return message;
  return `${message}; did you mean ${expected.slice(0, 3).map(quote).join(' or ')}?`;
}

/** A message escaped word by word, since what escapes the text of people also cuts it where it is long. */
export function escapeWords(message: string, escapeText: (text: string) => string): string {
  return message.split(/\s+/).map(escapeText).join(' ');
}

/** @returns `1 error`, `2 errors`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `a, b and c`. */
export const listed = (parts: string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
