import { compareFindings } from '../governance/compare.ts';
import type { CheckOutcome } from '../governance/reporter.ts';
import type { Check, Document } from './fix-documents.ts';

/**
 * Says of each finding whether it is new: the base version is checked as the documents were.
 * @param base - the documents in their base version, by their path of today; what is not among them is new altogether.
 */
export function againstBase(outcome: CheckOutcome, base: Document[], check: Check): CheckOutcome {
  const before = new Map((base.length > 0 ? check(base).files : []).map((file) => [file.path, file]));
  const files = outcome.files.map((file) => ({
    ...file,
    findings: compareFindings({ base: before.get(file.path) ?? { text: '', findings: [] }, head: file }),
  }));
  const added = files.flatMap(({ findings }) => findings).filter((finding) => finding.new);
  return { files, counts: { ...outcome.counts, new: added.length } };
}
