import type { Finding } from '../model/finding.ts';

/** A version of a document and what was found in it. */
export interface Version {
  text: string;
  findings: Finding[];
}

/**
 * Compares the findings of two versions of a document. A finding is known when the base has one of the same rule and
 * message on a line of the same text, wherever that line stood; of several alike, as many are known as the base has.
 * On a line that was edited it is known when its own stretch and the line above or below are the same.
 * @returns the findings of `head`, each with whether it is new.
 */
export function compareFindings({ base, head }: { base: Version; head: Version }): Finding[] {
  const [before, after] = [placesOf(base), placesOf(head)];
  const known = new Set<Place>();
  for (const likeness of likenesses) {
    const taken = matches(
      before.filter((place) => !known.has(place)),
      after.filter((place) => !known.has(place)),
      likeness,
    );
    for (const place of taken) known.add(place);
  }
  return after.map((place) => ({ ...place.finding, new: !known.has(place) }));
}

/** A finding with the text at its place. */
interface Place {
  finding: Finding;
  line: string;
  /** The nearest line above that is not blank. */
  above: string;
  below: string;
  stretch: string;
}

/** By what findings of one rule and message are taken for the same, the surest first. */
const likenesses: ((place: Place) => string[])[] = [
  ({ line, stretch, above }) => [line, stretch, above],
  ({ line, stretch }) => [line, stretch],
  ({ line }) => [line],
  ({ stretch, above }) => [stretch, above],
  ({ stretch, below }) => [stretch, below],
];

/** @returns the places of both versions that are alike, pair by pair in the order of the documents. */
function matches(before: Place[], after: Place[], likeness: (place: Place) => string[]): Place[] {
  const keyOf = (place: Place) =>
    JSON.stringify([place.finding.rule, unnumbered(place.finding.message), ...likeness(place)]);
  const waiting = new Map<string, Place[]>();
  for (const place of before) {
    const key = keyOf(place);
    const places = waiting.get(key);
    if (places) places.push(place);
    else waiting.set(key, [place]);
  }
  return after.flatMap((place) => {
    const partner = waiting.get(keyOf(place))?.shift();
    return partner ? [partner, place] : [];
  });
}

/** Lines move: a message that names another line says the same. */
const unnumbered = (message: string): string => message.replace(/\b(lines?) \d+/g, '$1');

/** Longer stretches are told apart by their beginning. */
const longestStretch = 1000;

function placesOf({ text, findings }: Version): Place[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map(normalise);
  const above = filledLines(lines);
  const below = filledLines(lines.toReversed()).toReversed();
  return findings.map((finding) => ({
    finding,
    line: lines[finding.at.line - 1] ?? '',
    above: above[finding.at.line - 1] ?? '',
    below: below[finding.at.endLine - 1] ?? '',
    stretch: normalise(text.slice(finding.at.offset, finding.at.endOffset).slice(0, longestStretch)),
  }));
}

/** @returns for each line the nearest before it that is not blank. */
function filledLines(lines: string[]): string[] {
  let last = '';
  return lines.map((line) => {
    const before = last;
    if (line !== '') last = line;
    return before;
  });
}

/** Padding and the depth of a list are no change of what a line says. */
const normalise = (line: string): string => line.replace(/\s+/g, ' ').trim();
