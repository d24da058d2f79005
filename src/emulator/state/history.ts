import type { Commit } from './entities.ts';

/**
 * @returns the commit and those before it, a child always before its parents, else the newest first; with a path, those
 * that touched it or what lies below it. As with git, where a merge took the path from one side the other is left out.
 */
export function historyOf(commit: Commit | undefined, path?: string): Commit[] {
  const waiting = new Map<Commit, number>();
  for (const each of reachable(commit ? [commit] : [], path)) {
    for (const parent of parentsOf(each, path)) waiting.set(parent, (waiting.get(parent) ?? 0) + 1);
  }
  const history: Commit[] = [];
  const ready = commit ? [commit] : [];
  for (let next = takeNewest(ready); next; next = takeNewest(ready)) {
    if (path === undefined || touches(next, path)) history.push(next);
    for (const parent of parentsOf(next, path)) {
      const left = (waiting.get(parent) ?? 0) - 1;
      waiting.set(parent, left);
      if (left === 0) ready.push(parent);
    }
  }
  return history;
}

/** @returns the commits that the head has and none of the others, the newest first. */
export function commitsBetween(others: Commit[], head: Commit): Commit[] {
  const known = reachable(others);
  return historyOf(head).filter((commit) => !known.has(commit));
}

/** @returns the last commit that both have; undefined where they have none. */
export function mergeBase(one: Commit, other: Commit): Commit | undefined {
  const known = reachable([other]);
  return historyOf(one).find((commit) => known.has(commit));
}

/** Whether a commit is the other or in its history. */
export function isWithin(commit: Commit, other: Commit): boolean {
  return reachable([other]).has(commit);
}

function reachable(commits: Commit[], path?: string): Set<Commit> {
  const found = new Set<Commit>(commits);
  // A set is walked to its end, however much is put into it on the way.
  for (const each of found) for (const parent of parentsOf(each, path)) found.add(parent);
  return found;
}

function parentsOf(commit: Commit, path?: string): Commit[] {
  if (path === undefined || commit.parents.length < 2) return commit.parents;
  const same = commit.parents.find((parent) => isSameAt(parent, commit, path));
  return same ? [same] : commit.parents;
}

function isSameAt(one: Commit, other: Commit, path: string): boolean {
  const paths = [...new Set([...one.tree.keys(), ...other.tree.keys()])];
  return paths.filter((each) => isBelow(each, path)).every((each) => one.tree.get(each) === other.tree.get(each));
}

function touches(commit: Commit, path: string): boolean {
  if (commit.parents.length > 1 && commit.parents.some((parent) => isSameAt(parent, commit, path))) return false;
  return [commit.added, commit.modified, commit.removed].some((paths) => paths.some((each) => isBelow(each, path)));
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function takeNewest(ready: Commit[]): Commit | undefined {
  let newest = 0;
  ready.forEach((commit, index) => {
    if (commit.committer.at > (ready[newest]?.committer.at ?? '')) newest = index;
  });
  return ready.splice(newest, 1)[0];
}
