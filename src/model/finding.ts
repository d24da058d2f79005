import type { Position } from './position.ts';

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** A text that takes the place of a stretch of the document. */
export interface Fix {
  at: Position;
  text: string;
}

/** A place that has to do with a finding but is not at fault. */
export interface Related {
  at: Position;
  message: string;
}

/** One thing that is wrong in a document, at one place. */
export interface Finding {
  /** Id of the rule. */
  rule: string;
  severity: Severity;
  /** What is wrong, in one sentence without a full stop; text of the document stands in “ ”. */
  message: string;
  at: Position;
  /** What would have been right, most likely first. */
  expected: string[];
  /** Present only where exactly one change is right. */
  fix: Fix | null;
  related: Related[];
  /** Whether the base version has no such finding; `null` where it was not compared with one. */
  new: boolean | null;
}
