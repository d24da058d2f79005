import { nearest } from '../text/spelling.ts';

/** Comparisons of two words that a document may cost; more than this many names is no text that people wrote. */
const mostComparisons = 50_000;

/**
 * @returns those of the candidates that the word was probably meant to be, most likely first. `asked` says how many
 * words may be asked about in one document: where that would take long, there are no suggestions for any of them.
 */
export function suggest(word: string, candidates: string[], { asked }: { asked: number }): string[] {
  return candidates.length * asked > mostComparisons ? [] : nearest(word, candidates);
}
