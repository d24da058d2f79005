import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Commit } from '../../src/emulator/state/entities.ts';
import { commitsBetween, historyOf, isWithin, mergeBase } from '../../src/emulator/state/history.ts';

/** Commits that each have parents among those before them, made at times that need not go up. */
const histories = fc
  .array(fc.record({ parents: fc.array(fc.nat(), { maxLength: 2 }), second: fc.integer({ min: 10, max: 59 }) }), {
    minLength: 1,
    maxLength: 25,
  })
  .map((shapes) => {
    const commits: Commit[] = [];
    for (const { parents, second } of shapes) {
      const named = parents.map((at) => commits[at % Math.max(1, commits.length)]).filter((each) => each !== undefined);
      const committer = { at: `2026-02-03T12:00:${second}Z` };
      const empty = { tree: new Map(), modes: new Map(), added: [], modified: [], removed: [] };
      commits.push({
        sha: String(commits.length),
        parents: [...new Set(named)],
        committer,
        ...empty,
      } as unknown as Commit);
    }
    return commits;
  });

describe('the history of a commit', () => {
  it('has each commit once, and a child before its parents', () => {
    fc.assert(
      fc.property(histories, (commits) => {
        const history = historyOf(commits.at(-1));
        expect(new Set(history).size).toBe(history.length);
        for (const commit of history) {
          for (const parent of commit.parents) expect(history.indexOf(parent)).toBeGreaterThan(history.indexOf(commit));
        }
      }),
    );
  });

  it('is what it has in common with another and what that one has not', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (commits, at) => {
        const [one, other] = [commits.at(-1)!, commits[at % commits.length]!];
        const own = commitsBetween([other], one);
        const common = historyOf(one).filter((commit) => isWithin(commit, other));
        expect(own.length + common.length).toBe(historyOf(one).length);
        const base = mergeBase(one, other);
        expect(base === undefined).toBe(common.length === 0);
        // None that both have comes after the last that both have.
        if (base) expect(common.filter((commit) => commit !== base && isWithin(base, commit))).toEqual([]);
      }),
    );
  });

  it('is read however long it is', () => {
    let tip: Commit | undefined;
    for (let made = 0; made < 20_000; made += 1) {
      tip = { parents: tip ? [tip] : [], committer: { at: '2026-02-03T12:00:00Z' } } as unknown as Commit;
    }
    expect(historyOf(tip)).toHaveLength(20_000);
  });
});
