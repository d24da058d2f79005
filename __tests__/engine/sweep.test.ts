import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SweepOptions, sweepIssues } from '../../src/engine/sweep.ts';
import { beginSweep, resumed, type Sweep } from '../../src/engine/sweep-state.ts';
import { anIssue } from '../builders.ts';
import { files } from './documents.ts';
import { FakeGitHub } from './fake-github.ts';

const repository = { owner: 'octo-org', name: 'octo-repo' };
const start = new Date('2026-06-01T00:00:00Z');
const clock = { now: () => start };
const plenty = { requests: 1000, share: 1 };
const inOrder = { labels: ['area/networking', 'P1'], milestone: '1.4' };

/** A repository whose issues are in order, but for those with these numbers. */
function gitHubWith(count: number, ...untidy: number[]): FakeGitHub {
  const issues = Array.from({ length: count }, (_, index) => {
    const ref = { owner: 'octo-org', repository: 'octo-repo', number: index + 1 };
    return anIssue({ ref, ...(untidy.includes(index + 1) ? {} : inOrder) });
  });
  return new FakeGitHub({ issues, files });
}

const sweep = (github: FakeGitHub, parts: Partial<SweepOptions> = {}, from = beginSweep(repository, start)) =>
  sweepIssues(from, { github, clock, apply: 'all', budget: plenty, ...parts });

const written = (github: FakeGitHub) => github.requests.filter((request) => request.startsWith('write')).length;
const pages = (github: FakeGitHub) => github.requests.filter((request) => /^\d/.test(request));

describe('a sweep', () => {
  it('reads a hundred issues a request and writes nothing where all is in order', async () => {
    const github = gitHubWith(250);
    const ended = await sweep(github);
    expect(ended).toMatchObject({ ended: 'complete', covered: 250, total: 250, changed: 0, requests: 3 });
    expect(pages(github)).toEqual(['100 newest after null', '100 newest after 151', '100 newest after 51']);
    expect(written(github)).toBe(0);
  });

  it('writes to those that are not, and finds nothing to do a second time', async () => {
    const github = gitHubWith(120, 3, 110);
    expect(await sweep(github)).toMatchObject({ covered: 120, wanting: 2, changed: 2, requests: 4 });
    expect(await sweep(github)).toMatchObject({ covered: 120, wanting: 0, changed: 0, requests: 2 });
  });

  it('of a repository without issues is complete', async () => {
    expect(await sweep(gitHubWith(0))).toMatchObject({ ended: 'complete', covered: 0, total: 0 });
  });

  it('computes everything and writes nothing where it is told so', async () => {
    const github = gitHubWith(5, 1, 2);
    const decided: number[] = [];
    const ended = await sweep(github, { apply: 'nothing', decided: ({ ref }) => decided.push(ref.number) });
    expect(ended).toMatchObject({ wanting: 2, changed: 0, covered: 5 });
    expect([decided, written(github)]).toEqual([[5, 4, 3, 2, 1], 0]);
  });

  it('writes no comment where it is to change labels only', async () => {
    const github = gitHubWith(3, 2);
    expect(await sweep(github, { apply: 'labels' })).toMatchObject({ wanting: 1, changed: 0 });
    expect(github.issue(2).checklist).toBeNull();
  });

  it('ends when its requests are spent, half of them on those that nobody has touched for longest, and is not complete', async () => {
    const github = gitHubWith(1000);
    const ended = await sweep(github, { budget: { requests: 4, share: 1 } });
    expect(ended).toMatchObject({ ended: 'budget', covered: 200, neglected: 200, total: 1000 });
    expect(pages(github).map((page) => page.split(' ')[1])).toEqual(['newest', 'neglected', 'newest', 'neglected']);
  });

  it('leaves others their share of the rate limit', async () => {
    const github = gitHubWith(1000);
    github.allowance = { left: 2400, of: 5000, resetsAt: '2026-06-01T01:00:00Z' };
    expect(await sweep(github, { budget: { requests: 1000, share: 0.5 } })).toMatchObject({
      ended: 'budget',
      covered: 100,
    });
  });

  it('counts what it writes for its share', async () => {
    const github = gitHubWith(300, ...Array.from({ length: 100 }, (_, index) => 201 + index));
    github.allowance = { left: 2550, of: 5000, resetsAt: '2026-06-01T01:00:00Z' };
    expect(await sweep(github, { budget: { requests: 1000, share: 0.5 } })).toMatchObject({
      ended: 'budget',
      covered: 100,
      allowance: { left: 2450 },
    });
  });

  it('goes on where it ended, until all is covered', async () => {
    const github = gitHubWith(730);
    let state = beginSweep(repository, start);
    for (let run = 0; run < 20 && state.ended !== 'complete'; run++) {
      state = await sweep(github, { budget: { requests: 3, share: 1 } }, resumed(state));
    }
    expect(state).toMatchObject({ ended: 'complete', covered: 730, total: 730 });
  });

  it('asks for fewer issues where GitHub does not answer in time', async () => {
    const github = gitHubWith(60);
    const readIssuePage = github.readIssuePage.bind(github);
    github.readIssuePage = async (place, page, paths) => {
      if (page.size <= 25) return readIssuePage(place, page, paths);
      throw Object.assign(new Error('GitHub is out of order (HTTP 502)'), { name: 'Unreachable' });
    };
    expect(await sweep(github)).toMatchObject({ ended: 'complete', covered: 60, size: 25, requests: 7 });
  });

  it('reads an issue again before it writes where the page was read a while ago', async () => {
    const github = gitHubWith(3, 1, 2, 3);
    let seconds = 0;
    const slow = { now: () => new Date(start.getTime() + seconds * 1000) };
    const write = github.write.bind(github);
    github.write = async (issue, effects) => {
      seconds += 11;
      // A person was faster with the last one.
      github.change(1, { labels: anIssue(inOrder).labels, milestone: anIssue(inOrder).milestone });
      return write(issue, effects);
    };
    await sweep(github, { clock: slow });
    expect(github.issue(1).checklist).toBeNull();
    expect(github.issue(2).checklist).not.toBeNull();
  });

  it('that is killed anywhere and gone on with ends as one that was not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 320 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 320 }), { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }),
        async (count, untidy, kills) => {
          const undisturbed = gitHubWith(count, ...untidy);
          await sweep(undisturbed);
          const github = gitHubWith(count, ...untidy);
          let saved: Sweep = beginSweep(repository, start);
          const save = async (state: Sweep) => {
            saved = JSON.parse(JSON.stringify(state));
          };
          for (const requests of kills)
            await sweep(killedAfter(requests, github), { saved: save }, saved).catch(() => {});
          await sweep(github, { saved: save }, saved);
          expect([...github.issues]).toEqual([...undisturbed.issues]);
        },
      ),
      { numRuns: 50 },
    );
  });
});

/** The same GitHub, until so many requests have been made. */
function killedAfter(requests: number, github: FakeGitHub): FakeGitHub {
  let left = requests;
  const orDie = <Args extends unknown[], Result>(method: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      if (left === 0) throw new Error('killed');
      left -= 1;
      return method.apply(github, args);
    };
  };
  return Object.assign(Object.create(github) as FakeGitHub, {
    readIssuePage: orDie(github.readIssuePage),
    readFiles: orDie(github.readFiles),
    write: orDie(github.write),
  });
}
