import { listCandidates, type TreeFile } from '../adapters/files/tree.ts';
import { lint } from '../governance/lint.ts';
import type { CheckOutcome } from '../governance/reporter.ts';
import type { Policy } from '../model/policy.ts';

export type Threshold = 'error' | 'warning' | 'new' | 'never';

/** Checks documents; or says what is wrong with the call: a file that is missing, too large, or no text. */
export function checkDocuments(files: TreeFile[], policy: Policy): CheckOutcome | { problems: string[] } {
  if (files.length === 0) return { problems: [nothingToCheck] };
  const problems = files.flatMap((file) => ('problem' in file ? [file.problem] : []));
  if (problems.length > 0) return { problems };
  const documents = files.flatMap((file) => ('problem' in file ? [] : [file]));
  return lint(documents, policy.check.rules);
}

/** The documents that a call without paths is about. */
export function documentsOf({ root, paths, policy }: { root: string; paths: string[]; policy: Policy }): string[] {
  if (paths.length > 0) return paths;
  return policy.charter.documents.length > 0 ? policy.charter.documents : listCandidates(root);
}

/** By `new` only findings that the base has not, of at least a warning's weight. */
export function isFailure({ files, counts }: CheckOutcome, threshold: Threshold): boolean {
  if (threshold === 'never') return false;
  if (threshold === 'new') {
    return files.some(({ findings }) => findings.some((finding) => finding.new && finding.severity !== 'info'));
  }
  return counts.error > 0 || (threshold === 'warning' && counts.warning > 0);
}

export const nothingToCheck =
  'no governance document found: name one, or list it under charter.documents in .github/remit.yml';
