import { existingPaths } from '../adapters/files/existing.ts';
import { lintProject } from '../governance/lint.ts';
import { readProject } from '../governance/project.ts';
import { relativeLinks } from '../governance/relative-links.ts';
import type { CheckOutcome } from '../governance/reporter.ts';
import type { OnGitHub } from '../model/on-github.ts';
import type { Policy } from '../model/policy.ts';
import type { Gathered } from './gather-files.ts';

export type Threshold = 'error' | 'warning' | 'never';

/** Checks documents; or says what is wrong with the call: a file that is missing, too large, or no text. */
export function checkDocuments(
  { chosen, beside, known }: Gathered,
  { root, policy, onGitHub = null }: { root: string; policy: Policy; onGitHub?: OnGitHub | null },
): CheckOutcome | { problems: string[] } {
  if (chosen.length === 0) return { problems: [nothingToCheck] };
  const problems = chosen.flatMap((file) => ('problem' in file ? [file.problem] : []));
  if (problems.length > 0) return { problems };
  const files = chosen.flatMap((file) => ('problem' in file ? [] : [file]));
  const project = readProject([...files, ...beside], { policy: policy.charter, onGitHub });
  const existing = existingPaths(
    root,
    relativeLinks(project).map(({ path }) => path),
  );
  const only = files.map(({ path }) => path);
  return lintProject({ ...project, tree: { existing, files: known } }, { rules: policy.check.rules, only });
}

export function isFailure({ counts }: CheckOutcome, threshold: Threshold): boolean {
  if (threshold === 'never') return false;
  return counts.error > 0 || (threshold === 'warning' && counts.warning > 0);
}

export const nothingToCheck =
  'no governance document found: name one, or list it under charter.documents in .github/remit.yml';
