import type { Charter } from '../model/charter.ts';
import type { Fix, Related, Severity } from '../model/finding.ts';
import type { Position } from '../model/position.ts';
import type { MarkdownDocument } from '../text/document.ts';

/** What a rule may say of a place besides the message. */
export interface Details {
  /** What would have been right, most likely first. */
  expected?: string[];
  /** Only where exactly one change is right. */
  fix?: Fix;
  related?: Related[];
}

export type Report = (at: Position, message: string, details?: Details) => void;

/** What a rule looks at. */
export interface Subject {
  document: MarkdownDocument;
  /** What this document says; empty where no format fits it. */
  charter: Charter;
}

/** One way in which a governance document can be wrong. One file in `rules/`, named after its id. */
export interface Rule {
  /** What holds where all is well, in one sentence without a full stop. */
  summary: string;
  /** What goes wrong for people where it does not hold. */
  why: string;
  severity: Severity;
  check(subject: Subject, report: Report): void;
  /** At least one that is in order and one that is not; they are the documentation and the tests. */
  examples: RuleExample[];
}

export interface RuleExample {
  /** A sentence, or its beginning, about what it shows. */
  name: string;
  document: string;
  findings: ExpectedFinding[];
}

export interface ExpectedFinding {
  line: number;
  /** First column and the one after the last. */
  columns?: [number, number];
  message: string;
  expected?: string[];
  /** The text that would take the place of the finding's stretch. */
  fix?: string;
}
