import type { Charter } from '../model/charter.ts';
import type { DataDocument, MarkdownDocument } from '../text/document.ts';

/** A way in which projects write down who owns what. One file in `formats/`, named after its id. */
export type Format = MarkdownFormat | DataFormat;

export interface MarkdownFormat extends FormatOf<MarkdownDocument> {
  of: 'markdown';
}

export interface DataFormat extends FormatOf<DataDocument> {
  of: 'data';
}

interface FormatOf<Document> {
  /** What the shape is, in one sentence without a full stop. */
  summary: string;
  /** Which project is known to write this way. */
  seenIn: string;
  /**
   * How sure the format is that the document is of its shape, judged by content alone: 0 not at all, 1 entirely.
   * `because` completes “read as this format because …”, or, when the document does not fit, says what is missing.
   */
  recognise(document: Document): { fit: number; because: string };
  read(document: Document): Charter;
  examples: FormatExample[];
}

export interface FormatExample {
  /** A sentence about what it shows. */
  name: string;
  document: string;
  groups: string[];
  /** `name @handle: seat, seat` a lead; `name: seat` where there is no handle. */
  leads: string[];
}
