/**
 * A stretch of a document. Lines and columns count from 1, columns in UTF-16 units, the end is exclusive;
 * offsets count from 0 in the same units, so that `text.slice(offset, endOffset)` is the stretch itself.
 */
export interface Position {
  path: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  offset: number;
  endOffset: number;
}
