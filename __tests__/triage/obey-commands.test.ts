import { describe, expect, it } from '@jest/globals';
import { known, unknown } from '../../src/model/known.ts';
import { aCharter, aGroup, anIssue, aPolicy } from '../builders.ts';
import { aGiver, aGround, obeyed, outcomes } from './asking.ts';

const effectsOf = (...args: Parameters<typeof obeyed>) =>
  obeyed(...args).effects.map(({ because: _, ...effect }) => effect);

describe('several commands in one comment', () => {
  it('are obeyed together', () => {
    expect(effectsOf('/area docs\n/priority P1\n/milestone 1.4\n/assign @octo-user-1\n/close')).toEqual([
      { do: 'label', add: ['area/docs', 'P1'], remove: [] },
      { do: 'milestone', title: '1.4' },
      { do: 'assign', add: ['octo-user-1'], remove: [] },
      { do: 'state', to: 'closed', as: 'completed', of: null },
    ]);
  });

  it('are obeyed in order, so that the last word holds', () => {
    expect(effectsOf('/area docs\n/remove-area docs')).toEqual([]);
    const issue = anIssue({ labels: ['area/docs'] });
    expect(effectsOf('/remove-area docs\n/area docs', { issue })).toEqual([]);
    expect(effectsOf('/area docs\n/remove-area docs', { issue })).toEqual([
      { do: 'label', add: [], remove: ['area/docs'] },
    ]);
    expect(effectsOf('/priority P0\n/priority P1')).toEqual([{ do: 'label', add: ['P1'], remove: [] }]);
    expect(effectsOf('/milestone 1.4\n/milestone 1.5')).toEqual([{ do: 'milestone', title: '1.5' }]);
    expect(effectsOf('/close\n/reopen')).toEqual([]);
  });

  it('are told which of them takes back which', () => {
    const { answers } = obeyed('/area docs\n/priority P0\n/priority P1\n/remove-area docs\n/close\n/close');
    expect(answers.map(({ line, overrules }) => [line, overrules.map(({ text }) => text)])).toEqual([
      [1, []],
      [2, []],
      [3, ['/priority P0']],
      [4, ['/area docs']],
      [5, []],
      [6, []],
    ]);
  });

  it('judge who may by what the ones before have done', () => {
    const giver = aGiver('octo-lead-1', { isMember: unknown('the members can’t be read') });
    expect(outcomes('/priority P1\n/area networking\n/priority P1', { giver })).toEqual(['refused', 'done', 'done']);
  });

  it('don’t stop each other', () => {
    expect(outcomes('/area nowhere\n/milestone 9.9\n/area docs')).toEqual(['refused', 'refused', 'done']);
  });

  it('end with the move to another repository, wherever it stands', () => {
    const kinds = effectsOf('/transfer octo-plans\n/area docs\n/close').map((effect) => effect.do);
    expect(kinds).toEqual(['label', 'state', 'transfer']);
  });

  it('given again, change nothing', () => {
    const comment =
      '/area docs\n/priority P1\n/milestone 1.4\n/assign @octo-user-1\n/epic #4\n/retitle Gateway\n/close';
    const issue = anIssue({
      labels: ['area/docs', 'P1'],
      milestone: '1.4',
      assignees: ['octo-user-1'],
      title: 'Gateway',
      state: 'closed',
      ancestry: {
        parents: [
          {
            ref: { owner: 'octo-org', repository: 'octo-repo', number: 4 },
            title: 'Plan',
            state: 'open',
            labels: [],
            type: null,
          },
        ],
        hidden: null,
      },
    });
    expect(effectsOf(comment).length).toBeGreaterThan(5);
    expect(effectsOf(comment, { issue })).toEqual([]);
  });

  it('say on whose word each change is made', () => {
    expect(obeyed('/area docs', { giver: aGiver('octo-user-2') }).effects).toEqual([
      { do: 'label', add: ['area/docs'], remove: [], because: '“octo-user-2” asked for it' },
    ]);
  });
});

describe('a command that Remit has not', () => {
  it.each(['/lgtm', '/hold', '/retest', '/approve cancel', '/tmp is full', '/etc', '/run', '/cc @octo-user-1', '/wo'])(
    '%s is none of its business',
    (comment) => {
      expect(obeyed(comment)).toEqual({ effects: [], answers: [], hold: null });
    },
  );

  it.each([
    ['/milestnoe 1.4', ['/milestone']],
    ['/remove-aera docs', ['/remove-area']],
    ['/remove-milestone 1.4', ['/milestone']],
    ['/labels bug', ['/label']],
  ])('%s, but nearly, is told which one may be meant', (comment, expected) => {
    const [answer] = obeyed(comment).answers;
    expect(answer?.outcome).toMatchObject({
      is: 'refused',
      message: expect.stringMatching(/^there is no command “\/.*”$/),
      expected: expect.arrayContaining(expected),
    });
  });

  it('is answered as one of a family only where the family is configured', () => {
    expect(outcomes('/wg docs')).toEqual([]);
    expect(outcomes('/stage alpha', { policy: aPolicy({ commands: { families: { stage: 'stage/*' } } }) })).toEqual([
      'refused',
    ]);
  });
});

describe('a line that only looks like a command', () => {
  it('is answered where it means a command of ours', () => {
    const { answers } = obeyed('> quoted\n/close\n\n／area docs');
    expect(answers.map(({ line, outcome }) => [line, outcome.is])).toEqual([
      [2, 'refused'],
      [4, 'refused'],
    ]);
  });

  it('is passed over where it means nothing', () => {
    expect(obeyed('> quoted\n/tmp\n\n／ab docs').answers).toEqual([]);
    expect(obeyed('/tmp\n'.repeat(30)).answers).toEqual([]);
  });

  it('is answered where a command of ours is one too many', () => {
    expect(outcomes(`${'/area docs\n'.repeat(20)}/close`).slice(-1)).toEqual(['refused']);
  });
});

describe('nothing is obeyed, and nobody is answered,', () => {
  it.each([
    ['where commands are switched off', { policy: aPolicy({ commands: { enabled: false } }) }, /switched off/],
    ['on a pull request', { issue: anIssue({ isPullRequest: true }) }, /pull requests/],
    ['on a locked issue', { issue: anIssue({ locked: true }) }, /locked/],
    ['in an archived repository', { issue: anIssue({ archived: true }) }, /archived/],
    ['where issues are disabled', { issue: anIssue({ issuesDisabled: true }) }, /issues are disabled/],
    [
      'by a program',
      { giver: aGiver('octo-ci[bot]', { actor: { login: 'octo-ci[bot]', kind: 'program' } }) },
      /no person/,
    ],
    [
      'by an account that the project knows as a program',
      { giver: aGiver('octo-robot'), policy: aPolicy({ triage: { bots: ['Octo-Robot'] } }) },
      /no person/,
    ],
    ['by a deleted account', { giver: aGiver('ghost', { actor: { login: 'ghost', kind: 'nobody' } }) }, /no person/],
    [
      'by Remit itself',
      { giver: aGiver('octo-owner', { actor: { login: 'octo-owner', kind: 'person', own: true } }) },
      /Remit/,
    ],
  ] as const)('%s', (_, parts, hold) => {
    expect(obeyed('/area docs\n/milestnoe', parts)).toEqual({
      effects: [],
      answers: [],
      hold: expect.stringMatching(hold),
    });
  });

  it('but for programs that the configuration lists, and on pull requests where it says so', () => {
    const giver = aGiver('octo-ci[bot]', { actor: { login: 'octo-ci[bot]', kind: 'program' } });
    expect(outcomes('/area docs', { giver, policy: aPolicy({ commands: { bots: ['octo-ci[bot]'] } }) })).toEqual([
      'done',
    ]);
    const issue = anIssue({ isPullRequest: true });
    expect(outcomes('/area docs\n/epic #4', { issue, policy: aPolicy({ commands: { pullRequests: true } }) })).toEqual([
      'done',
      'refused',
    ]);
  });

  it('but a closed issue takes commands', () => {
    expect(effectsOf('/area docs\n/reopen', { issue: anIssue({ state: 'closed' }) })).toEqual([
      { do: 'label', add: ['area/docs'], remove: [] },
      { do: 'state', to: 'open' },
    ]);
  });
});

describe('a command that goes on and on', () => {
  const labels = Array.from({ length: 5000 }, (_, number) => `area/octo-${number}`);
  const groups = Array.from({ length: 200 }, (_, number) => aGroup(`Octo Group ${number}`));
  const parts = { ground: aGround({ labels: known(labels) }), charter: known(aCharter({ groups })) };

  it('is refused beyond what anybody means', () => {
    const [answer] = obeyed(`/area ${'octo-1 '.repeat(41)}`, parts).answers;
    expect(answer?.outcome).toMatchObject({ is: 'refused', message: 'it has 41 words, and at most 40 are read' });
  });

  it('takes no long time among many labels and groups', () => {
    const words = Array.from({ length: 40 }, (_, number) => `grop${number}`).join(' ');
    const start = process.cpuUsage();
    expect(outcomes(`/area ${words}\n`.repeat(20), parts)).toHaveLength(20);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000);
  });
});

describe('what is not known', () => {
  it('is answered as that, never as a no', () => {
    const ground = aGround({
      labels: unknown('GitHub does not answer'),
      milestones: unknown('GitHub does not answer'),
      assignable: unknown('GitHub does not answer'),
      issues: unknown('GitHub does not answer'),
      repositories: unknown('GitHub does not answer'),
    });
    const comment =
      '/area docs\n/label bug\n/priority P0\n/milestone 1.4\n/assign\n/epic #4\n/close duplicate #4\n/transfer octo-plans\n/triage accepted';
    expect(new Set(outcomes(comment, { ground }))).toEqual(new Set(['unknown']));
  });

  it('is what was not looked up, too', () => {
    expect(outcomes('/epic #5\n/close duplicate #5\n/assign @octo-user-9\n/transfer octo-other')).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('is a group’s name where the charter can’t be read, while labels are known by themselves', () => {
    const charter = unknown('WORKING-GROUPS.md is not there');
    expect(outcomes('/area docs\n/area Documentation', { charter })).toEqual(['done', 'unknown']);
  });
});
