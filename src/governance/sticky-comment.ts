import { markCheck } from '../text/pull-request-markers.ts';
import type { CheckOutcome } from './reporter.ts';
import markdown from './reporters/markdown.ts';

/** What goes into the comment besides the findings. */
export interface StickyOptions {
  /** The address below which the documents lie at the commit that was checked. */
  linesAt?: string | undefined;
  /** A section of another kind, of at most 6,000 characters. */
  beside?: string | null | undefined;
}

/** @returns the text of the one comment that the check keeps on a pull request; `null` where it has nothing to say. */
export function stickyComment(outcome: CheckOutcome, { linesAt, beside = null }: StickyOptions = {}): string | null {
  const isClean = outcome.files.every(({ findings }) => findings.length === 0);
  if (isClean && beside === null) return null;
  const options = { colours: false, room: 'comment' as const, ...(linesAt ? { linesAt } : {}) };
  const findings = isClean ? [] : [markdown.print(outcome, options).trimEnd()];
  return markCheck([...findings, ...(beside === null ? [] : [beside])].join('\n\n')).trimEnd();
}
