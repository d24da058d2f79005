import { linesOf } from './lines.ts';

/** A text to look for phrases in, taken apart once. */
export interface SearchedText {
  lines: string[];
  /** All lines in one: what isn't in it is in none of them. */
  whole: string;
}

/** @returns the text as phrases are looked for in it: without comments, which no reader sees. */
export function searchedText(text: string): SearchedText {
  const lines = linesOf(withoutComments(text)).map(fold);
  return { lines, whole: lines.join('\n') };
}

/**
 * Whether a line of the text has the phrase, as whole words and in any letter case; `*` stands for any text. Each part
 * is taken at its first place, so that the time grows with the lengths alone.
 */
export function hasPhrase({ lines, whole }: SearchedText, phrase: string): boolean {
  const parts = fold(phrase).split('*');
  return parts.every((part) => whole.includes(part)) && lines.some((line) => hasParts(line, parts));
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

function hasParts(line: string, [first = '', ...rest]: string[]): boolean {
  const last = rest.pop();
  if (last === undefined) return endOf(line, first, 0, { startsWord: true, endsWord: true }) >= 0;
  let from = endOf(line, first, 0, { startsWord: true });
  for (const part of rest) {
    if (from < 0) return false;
    from = endOf(line, part, from, {});
  }
  return from >= 0 && endOf(line, last, from, { endsWord: true }) >= 0;
}

/** @returns where the part's first fitting place at or after the offset ends; -1 without one. */
function endOf(
  line: string,
  part: string,
  offset: number,
  { startsWord = false, endsWord = false }: { startsWord?: boolean; endsWord?: boolean },
): number {
  if (part === '') return offset;
  for (let at = line.indexOf(part, offset); at >= 0; at = line.indexOf(part, at + 1)) {
    const end = at + part.length;
    const cutsStart = startsWord && isWord(part[0]) && isWord(line[at - 1]);
    const cutsEnd = endsWord && isWord(part.at(-1)) && isWord(line[end]);
    if (!cutsStart && !cutsEnd) return end;
  }
  return -1;
}

const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/** A comment without an end hides all that follows it. Source: CommonMark spec, “HTML blocks”. */
function withoutComments(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
    pieces.push(text.slice(at, start));
    const end = text.indexOf('-->', start + 2);
    if (end < 0) return pieces.join(' ');
    at = end + 3;
  }
  return [...pieces, text.slice(at)].join(' ');
}
