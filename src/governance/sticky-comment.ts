import { markCheck } from '../text/pull-request-markers.ts';
import type { CheckOutcome } from './reporter.ts';
import markdown from './reporters/markdown.ts';

/**
 * @param options.linesAt the address below which the documents lie at the commit that was checked.
 * @returns the text of the one comment that the check keeps on a pull request; `null` where it has nothing to say.
 */
export function stickyComment(outcome: CheckOutcome, { linesAt }: { linesAt?: string } = {}): string | null {
  const isSilent = outcome.files.every(({ findings }) => findings.length === 0);
  const options = { colours: false, room: 'comment' as const, ...(linesAt ? { linesAt } : {}) };
  return isSilent ? null : markCheck(markdown.print(outcome, options)).trimEnd();
}
