import { markCheck } from '../text/pull-request-markers.ts';
import { findingsReport, type Room } from './findings-report.ts';
import type { CheckOutcome } from './reporter.ts';

/** GitHub takes 65,536 characters; a character is at least a byte, and the marker needs some. */
const comment: Room = { longest: 65_000, of: 'A comment' };

/** @returns the text of the one comment that the check keeps on a pull request; `null` where it has nothing to say. */
export function stickyComment(outcome: CheckOutcome): string | null {
  const isSilent = outcome.files.every(({ findings }) => findings.length === 0);
  return isSilent ? null : markCheck(findingsReport(outcome, comment)).trimEnd();
}
