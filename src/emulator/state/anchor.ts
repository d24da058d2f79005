export type Side = 'LEFT' | 'RIGHT';

/** The lines of a diff that a comment is about; `startLine` is null where it is about one. */
export interface Anchor {
  path: string;
  line: number;
  side: Side;
  startLine: number | null;
  startSide: Side | null;
}
