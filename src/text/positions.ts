import type { Nodes } from 'mdast';
import type { Position } from '../model/position.ts';

/** Makes positions in one document. */
export interface Positions {
  text: string;
  /** Where a node of the tree stands. */
  of(node: Nodes): Position;
  /** The stretch from one offset to another. */
  between(offset: number, endOffset: number): Position;
  /** The offset of a place, at most the end of the text. */
  offsetOf(place: { line: number; column: number }): number;
}

/** Lines end with LF, CRLF or CR, as in the CommonMark spec, “Line ending”. */
export function positionsIn(path: string, text: string): Positions {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const between = (offset: number, endOffset: number): Position => {
    const line = lineAt(offset);
    const endLine = lineAt(endOffset);
    return {
      path,
      line: line + 1,
      column: offset - (starts[line] ?? 0) + 1,
      endLine: endLine + 1,
      endColumn: endOffset - (starts[endLine] ?? 0) + 1,
      offset,
      endOffset,
    };
  };
  return {
    text,
    between,
    offsetOf: ({ line, column }) => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length),
    of: (node) => between(node.position?.start.offset ?? 0, node.position?.end.offset ?? text.length),
  };
}
