/** A stretch of a text, by offsets, and what takes its place. */
export interface Change {
  from: number;
  to: number;
  put: string;
}

/** @returns the text with the changes, which are sorted and don't overlap. */
export function applyChanges(text: string, changes: Change[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { from, to, put } of changes) {
    parts.push(text.slice(end, from), put);
    end = to;
  }
  return parts.join('') + text.slice(end);
}

/** @returns where a place before all of which nothing is put in comes to lie once the changes are made. */
export function movedBy(changes: Change[], offset: number): number {
  const before = changes.filter(({ from, to }) => to <= offset && from < offset);
  return before.reduce((moved, { from, to, put }) => moved + put.length - (to - from), offset);
}
