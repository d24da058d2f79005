import type { Commit, Repository } from './entities.ts';
import { headCommit } from './git.ts';

const heads = 'refs/heads/';

/** @returns every ref by its full name, in git's order; those of pull requests can be read only. */
export function refsOf({ branches, otherRefs, issues }: Repository): [ref: string, commit: Commit][] {
  const pulls = [...issues.values()].flatMap(({ number, pull }): [string, Commit][] =>
    pull ? [[`refs/pull/${number}/head`, headCommit(pull)]] : [],
  );
  const all = [...[...branches].map(([name, tip]): [string, Commit] => [heads + name, tip]), ...otherRefs, ...pulls];
  return all.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** @returns the branch that a full name names; null for a ref of another kind. */
export function branchOf(ref: string): string | null {
  return ref.startsWith(heads) ? ref.slice(heads.length) : null;
}

/** Whether git would take the name; source: git’s manual, git-check-ref-format. */
export function isRefName(ref: string): boolean {
  const isPartWrong = (part: string) => part === '' || part.startsWith('.') || part.endsWith('.lock');
  return !ref.split('/').some(isPartWrong) && !ref.endsWith('.') && !/\.\.|@\{|[\s\p{Cc}~^:?*[\\]/u.test(ref);
}
