import { findingsOf } from '../src/governance/lint.ts';
import { noPolicy } from '../src/governance/project.ts';
import type { RuleExample } from '../src/governance/rule.ts';
import type { Finding } from '../src/model/finding.ts';
import { treeOf } from '../src/model/tree.ts';

/** @returns what a rule says of an example's document and of the files beside it; with files the tree is known. */
export function findingsOfExample(
  id: string,
  { document, path = 'WORKING-GROUPS.md', files, options, policy, onGitHub }: RuleExample,
): Finding[] {
  const others = Object.entries(files ?? {}).map(([other, text]) => ({ path: other, text }));
  const tree = files ? treeOf([path, ...Object.keys(files)]) : null;
  const around = {
    tree,
    onGitHub: onGitHub ?? null,
    policy: { ...noPolicy, ...policy },
    ...(options ? { options } : {}),
  };
  return findingsOf(id, [{ path, text: document }, ...others], around);
}
