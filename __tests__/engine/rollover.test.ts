import { describe, expect, it } from '@jest/globals';
import { rollOver } from '../../src/engine/rollover.ts';
import type { IssueRef, MilestoneFact } from '../../src/model/facts.ts';
import { anIssue } from '../builders.ts';
import { FakeGitHub } from './fake-github.ts';

const repository = { owner: 'octo-org', name: 'octo-repo' };
const old: MilestoneFact = { id: 'M_1', number: 1, title: '1.4', state: 'open' };
const next: MilestoneFact = { id: 'M_2', number: 2, title: '1.5', state: 'open' };
const ref = (number: number) => ({ owner: 'octo-org', repository: 'octo-repo', number });

/** Three issues in 1.4 and one in 1.5; each look at the clock is so many seconds after the one before. */
function aRollover({ secondsApart = 0 } = {}) {
  const planned = [1, 2, 3].map((number) => anIssue({ ref: ref(number), id: `I_${number}`, milestone: old }));
  const github = new FakeGitHub({ issues: [...planned, anIssue({ ref: ref(4), milestone: next })] });
  const moved: number[] = [];
  let now = Date.parse('2026-06-01T00:00:00Z');
  const clock = {
    now() {
      now += secondsApart * 1000;
      return new Date(now);
    },
  };
  const roll = () =>
    rollOver(
      repository,
      { from: '1.4', to: '1.5', since: new Date(now).toISOString() },
      { github, clock, moved: async ({ number }: IssueRef) => void moved.push(number) },
    );
  return { github, moved, roll };
}

/** What became of each issue that was open in 1.4. */
async function outcomeOf(rolling: ReturnType<ReturnType<typeof aRollover>['roll']>) {
  const report = await rolling;
  if ('refused' in report) return report.refused;
  return {
    moves: report.moves.map(({ issue }) => issue),
    stays: report.stays.map(({ issue, because }) => [issue, because]),
  };
}

describe('what is open in a milestone', () => {
  it('is moved, and each is told of once it is', async () => {
    const { github, moved, roll } = aRollover();
    expect(await outcomeOf(roll())).toEqual({
      moves: ['octo-org/octo-repo#3', 'octo-org/octo-repo#2', 'octo-org/octo-repo#1'],
      stays: [],
    });
    expect(moved).toEqual([3, 2, 1]);
    expect(github.requests.filter((each) => each.startsWith('write'))).toHaveLength(3);
  });

  it('is read again where it was read a while ago, and stays where people have moved it meanwhile', async () => {
    const { github, moved, roll } = aRollover({ secondsApart: 20 });
    const readIssue = github.readIssue.bind(github);
    github.readIssue = async (asked, paths) => {
      if (asked.number === 2) github.change(2, { milestone: next });
      if (asked.number === 1) github.issues.clear();
      return readIssue(asked, paths);
    };
    expect(await outcomeOf(roll())).toEqual({
      moves: ['octo-org/octo-repo#3'],
      stays: [
        ['octo-org/octo-repo#2', 'it is in another milestone now'],
        ['octo-org/octo-repo#1', 'it is gone'],
      ],
    });
    expect(moved).toEqual([3]);
  });

  it('is read again where it changed between reading and writing', async () => {
    const { github, roll } = aRollover();
    const write = github.write.bind(github);
    let isFirst = true;
    github.write = async (issue, effects) => {
      if (!isFirst) return write(issue, effects);
      isFirst = false;
      github.change(issue.ref.number, { locked: true });
      throw Object.assign(new Error('it is locked'), { name: 'Outdated' });
    };
    const report = await outcomeOf(roll());
    expect(report).toMatchObject({ stays: [['octo-org/octo-repo#3', 'the issue is locked']] });
  });

  it('stays altogether where the configuration can’t be read', async () => {
    const { github, moved, roll } = aRollover();
    github.commit('.github/remit.yml', 'triage: 7\n');
    await expect(roll()).rejects.toThrow('.github/remit.yml can’t be read');
    expect(moved).toEqual([]);
  });
});
