import { existingPaths } from '../adapters/files/existing.ts';
import { lintProject } from '../governance/lint.ts';
import { type Project, readProject } from '../governance/project.ts';
import { relativeLinks } from '../governance/relative-links.ts';
import type { CheckOutcome } from '../governance/reporter.ts';
import type { OnGitHub } from '../model/on-github.ts';
import type { Policy } from '../model/policy.ts';
import type { Tree } from '../model/tree.ts';
import type { Gathered } from './gather-files.ts';

export type Threshold = 'error' | 'warning' | 'new' | 'never';

interface Around {
  root: string;
  policy: Policy;
  onGitHub?: OnGitHub | null;
  /** Where the documents are not those of the working tree. */
  tree?: Tree;
}

/** Checks documents; or says what is wrong with the call: a file that is missing, too large, or no text. */
export function checkDocuments(
  { chosen, beside, known }: Gathered,
  { root, policy, onGitHub = null, tree }: Around,
): CheckOutcome | { problems: string[] } {
  if (chosen.length === 0) return { problems: [nothingToCheck] };
  const problems = chosen.flatMap((file) => ('problem' in file ? [file.problem] : []));
  if (problems.length > 0) return { problems };
  const files = chosen.flatMap((file) => ('problem' in file ? [] : [file]));
  const project = readProject([...files, ...beside], { policy: policy.charter, onGitHub });
  const only = files.map(({ path }) => path);
  return lintProject(
    { ...project, tree: tree ?? treeNow(project, { root, known }) },
    { rules: policy.check.rules, only },
  );
}

/** By `new` only findings that the base has not, of at least a warning's weight. */
/** Looks only for what the links lead to. */
function treeNow(project: Project, { root, known }: { root: string; known: string[] }): Tree {
  const asked = relativeLinks(project).map(({ path }) => path);
  return { existing: existingPaths(root, asked), files: known };
}

export function isFailure({ files, counts }: CheckOutcome, threshold: Threshold): boolean {
  if (threshold === 'never') return false;
  if (threshold === 'new') {
    return files.some(({ findings }) => findings.some((finding) => finding.new && finding.severity !== 'info'));
  }
  return counts.error > 0 || (threshold === 'warning' && counts.warning > 0);
}

export const nothingToCheck =
  'no governance document found: name one, or list it under charter.documents in .github/remit.yml';
