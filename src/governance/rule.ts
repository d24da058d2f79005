import type { z } from 'zod';
import type { Charter } from '../model/charter.ts';
import type { Fix, Related, Severity } from '../model/finding.ts';
import type { OnGitHub } from '../model/on-github.ts';
import type { Policy } from '../model/policy.ts';
import type { Position } from '../model/position.ts';
import type { MarkdownDocument } from '../text/document.ts';
import type { Project } from './project.ts';

/** What a rule may say of a place besides the message. */
export interface Details {
  /** What would have been right, most likely first. */
  expected?: string[];
  /** Only where exactly one change is right. */
  fix?: Fix;
  related?: Related[];
}

export type Report = (at: Position, message: string, details?: Details) => void;

/** What a rule looks at that needs one Markdown document and no more. */
export interface Subject<Options = Record<string, never>> {
  document: MarkdownDocument;
  /** What this document says; empty where no format fits it. */
  charter: Charter;
  options: Options;
}

/** What a rule looks at that holds several documents, or several sorts of them, against each other. */
export interface Whole<Options = Record<string, never>> {
  project: Project;
  options: Options;
}

/**
 * One way in which governance documents can be wrong. One file in `rules/`, named after its id. It looks either at each
 * Markdown document (`check`) or once at all files together (`across`).
 */
// biome-ignore lint/suspicious/noExplicitAny: an index of rules holds rules of all options.
export type Rule<Options = any> = RuleOfDocument<Options> | RuleOfProject<Options>;

interface RuleOfDocument<Options> extends RuleWords<Options> {
  check(subject: Subject<Options>, report: Report): void;
  across?: never;
}

interface RuleOfProject<Options> extends RuleWords<Options> {
  across(whole: Whole<Options>, report: Report): void;
  check?: never;
  /** Without what GitHub says it tells nothing, whatever the files hold. */
  needs?: 'github';
}

interface RuleWords<Options> {
  /** What holds where all is well, in one sentence without a full stop. */
  summary: string;
  /** What goes wrong for people where it does not hold. */
  why: string;
  severity: Severity;
  /** What `.github/remit.yml` may set beside the severity; every option has a default and a description. */
  options?: z.ZodType<Options> & z.ZodObject;
  /** At least one that is in order and one that is not; they are the documentation and the tests. */
  examples: RuleExample[];
}

export interface RuleExample {
  /** A sentence, or its beginning, about what it shows. */
  name: string;
  document: string;
  /** The document's path, `WORKING-GROUPS.md` where it is not given. */
  path?: string;
  /** Other files by path; with them the whole tree is known. */
  files?: Record<string, string>;
  /** Options that differ from the defaults. */
  options?: Record<string, unknown>;
  /** What `.github/remit.yml` says of labels, where it differs from the defaults. */
  policy?: Partial<Policy['charter']>;
  /** What GitHub says; nobody asked it where this is left out. */
  onGitHub?: OnGitHub;
  findings: ExpectedFinding[];
}

export interface ExpectedFinding {
  /** Where the finding is not in the document itself. */
  path?: string;
  line: number;
  /** First column and the one after the last. */
  columns?: [number, number];
  message: string;
  expected?: string[];
  /** The text that would take the place of the finding's stretch. */
  fix?: string;
}
