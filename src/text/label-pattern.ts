import { memoize } from './memoize.ts';

/** A pattern of the configuration, such as `area/{group}`. */
export interface LabelPattern {
  /**
   * @returns what stands where the pattern has its group, `null` where the label has another shape. `marked` tells
   * whether anything but the group's name is needed for the shape: of `{name}` alone every label has it.
   */
  partOf(folded: string): { text: string; marked: boolean } | null;
}

/** Labels that differ in letter case only are the same label to GitHub. */
export const foldLabel = (label: string): string => label.normalize('NFC').toLowerCase();

/** @returns the patterns that have a place for a group; others name nothing. */
export const compilePatterns = memoize((patterns: string[]): LabelPattern[] =>
  patterns.flatMap((pattern) => {
    const place = /\{(group|name)\}/.exec(pattern);
    if (!place) return [];
    const before = pattern.slice(0, place.index);
    const after = pattern.slice(place.index + place[0].length);
    const [start, end] = [foldLabel(before), foldLabel(after)];
    const marked = start.trim() + end.trim() !== '';
    return {
      partOf(folded) {
        if (folded.length <= start.length + end.length || !folded.startsWith(start) || !folded.endsWith(end))
          return null;
        return { text: folded.slice(start.length, folded.length - end.length), marked };
      },
    };
  }),
);
