import { describe, expect, it } from '@jest/globals';
import { known, unknown } from '../../src/model/known.ts';
import type { Effect } from '../../src/model/plan.ts';
import type { Policy } from '../../src/model/policy.ts';
import { decide } from '../../src/triage/decide.ts';
import type { Situation } from '../../src/triage/situation.ts';
import { aCharter, anIssue, aPolicy } from '../builders.ts';
import { afterPlan } from './after-plan.ts';
import { happened, person, remit } from './history.ts';

const now = '2026-06-01T00:00:00.000Z';
const inOrder = { labels: ['area/docs', 'P1'], milestone: '1.4' };

type Parts = Parameters<typeof anIssue>[0];

const decideOn = (issue: Parts, triage: Partial<Policy['triage']> = {}, parts: Partial<Situation> = {}) =>
  decide({
    issue: anIssue(issue),
    charter: known(aCharter()),
    policy: aPolicy({ triage }),
    now,
    links: {},
    installedAt: '2020-01-01T00:00:00Z',
    ...parts,
  });

const added = (effects: Effect[]) => effects.flatMap((effect) => (effect.do === 'label' ? effect.add : []));
const removed = (effects: Effect[]) => effects.flatMap((effect) => (effect.do === 'label' ? effect.remove : []));
const checklists = (effects: Effect[]) => effects.filter((effect) => effect.do === 'checklist');

/** An issue with the checklist that was written when it had these parts. */
const withChecklist = (issue: Parts) => afterPlan(anIssue(issue), decideOn(issue));

describe('speaking by labels', () => {
  const speak = 'label';

  it('says by a label each what is missing, and writes no comment', () => {
    const { effects } = decideOn({ labels: ['P1'] }, { speak });
    expect(added(effects)).toEqual(['needs-milestone', 'needs-owner']);
    expect(effects).toMatchObject([{ do: 'label', own: true }]);
  });

  it('takes off what is not missing any more, and leaves nothing to do then', () => {
    const issue = anIssue({ ...inOrder, labels: [...inOrder.labels, 'needs-milestone', 'Needs-Owner'] });
    const plan = decideOn({}, { speak }, { issue });
    expect(removed(plan.effects)).toEqual(['needs-milestone', 'Needs-Owner']);
    expect(decideOn({}, { speak }, { issue: afterPlan(issue, plan) }).effects).toEqual([]);
  });

  it('takes off the label of a requirement that is switched off', () => {
    const { effects } = decideOn(
      { ...inOrder, labels: [...inOrder.labels, 'needs-epic'] },
      { speak, requirements: { epic: false } },
    );
    expect(removed(effects)).toEqual(['needs-epic']);
  });

  it('says that an urgent issue needs a milestone when the one it has is parked', () => {
    expect(added(decideOn({ labels: ['area/docs', 'P0'], milestone: 'Nebulous Future' }, { speak }).effects)).toEqual([
      'needs-milestone',
    ]);
  });

  it('leaves a label as it is while what it says is not known', () => {
    for (const labels of [['P1'], ['P1', 'needs-owner']]) {
      const plan = decideOn({ labels, milestone: '1.4' }, { speak }, { charter: unknown('it is not there') });
      expect(plan.effects).toEqual([]);
    }
  });

  it('waits until the patience with a new issue is over, but takes labels off at once', () => {
    const fresh = { createdAt: '2026-05-31T12:00:00Z', labels: ['P1', 'area/docs', 'needs-priority'] };
    const plan = decideOn(fresh, { speak });
    expect(plan.again).toBe('2026-06-01T12:00:00.000Z');
    expect([added(plan.effects), removed(plan.effects)]).toEqual([[], ['needs-priority']]);
  });

  it('does not contradict a person who took the label off, or who added it', () => {
    const off = decideOn(
      { ...inOrder, milestone: null, history: known(happened([[person, '-needs-milestone']])) },
      { speak },
    );
    expect(off.effects).toEqual([]);
    expect(off.withheld).toMatchObject([{ because: 'octo-lead-1 took off “needs-milestone”' }]);
    const history = known(happened([[person, '+needs-milestone']]));
    const on = decideOn({ ...inOrder, labels: [...inOrder.labels, 'needs-milestone'], history }, { speak });
    expect(on.effects).toEqual([]);
  });

  it('puts its own label back when the same is missing again', () => {
    const history = known(
      happened([
        [remit, '+needs-milestone'],
        [remit, '-needs-milestone'],
      ]),
    );
    expect(added(decideOn({ ...inOrder, milestone: null, history }, { speak }).effects)).toEqual(['needs-milestone']);
  });

  it('takes the checklist away when the configuration asked for comments before', () => {
    const issue = withChecklist({ labels: ['P1'] });
    const { effects } = decideOn({}, { speak }, { issue });
    expect(checklists(effects)).toEqual([
      { do: 'checklist', body: null, because: 'the configuration says to speak by labels' },
    ]);
  });
});

describe('other ways to speak', () => {
  it.each(['comment', 'silent'] as const)('touch no label of that kind: %s', (speak) => {
    const labels = [...inOrder.labels, 'needs-milestone'];
    expect(decideOn({ ...inOrder, labels }, { speak }).effects).toEqual([]);
  });
});

describe('an issue that was opened before Remit came', () => {
  const installed = { installedAt: '2026-05-01T00:00:00Z' };

  it('gets no comment, by the date of the installation or by the configuration', () => {
    expect(decideOn({}, {}, installed).effects).toEqual([]);
    expect(decideOn({}, { since: '2026-01-02' }).effects).toEqual([]);
    expect(checklists(decideOn({}, { since: '2025-12-31' }, installed).effects)).toHaveLength(1);
    expect(checklists(decideOn({ createdAt: '2026-05-02T00:00:00Z' }, {}, installed).effects)).toHaveLength(1);
  });

  it('is every issue where nobody knows since when Remit is there', () => {
    expect(decideOn({}, {}, { installedAt: null }).effects).toEqual([]);
    expect(checklists(decideOn({}, { since: '2020-01-01' }, { installedAt: null }).effects)).toHaveLength(1);
  });

  it('gets no label either, and the plan says so', () => {
    const plan = decideOn({ labels: ['P1', 'area/docs'] }, { speak: 'label' }, installed);
    expect(plan.effects).toEqual([]);
    expect(plan.withheld).toMatchObject([{ because: 'the issue is older than Remit here' }]);
  });

  it('gets labels where the configuration asks for it, however it speaks on new ones', () => {
    for (const speak of ['comment', 'label'] as const) {
      const { effects } = decideOn({ labels: ['P1', 'area/docs'] }, { speak, backfill: 'labels' }, installed);
      expect([added(effects), checklists(effects)]).toEqual([['needs-milestone'], []]);
    }
    expect(decideOn({}, { speak: 'silent', backfill: 'labels' }, installed).effects).toEqual([]);
  });

  it('keeps the checklist that it has, up to date', () => {
    const issue = withChecklist({});
    const edited = decideOn({}, {}, { ...installed, issue: { ...issue, labels: [{ id: 'L', name: 'P1' }] } });
    expect(checklists(edited.effects)).toMatchObject([{ because: 'what is missing has changed' }]);
    const done = decideOn({}, {}, { ...installed, issue: { ...anIssue(inOrder), checklist: issue.checklist } });
    expect(checklists(done.effects)).toMatchObject([{ body: null }]);
  });
});

describe('scope', () => {
  it('leaves out issues of an ignored type, in any letter case', () => {
    const ignore = { labels: [], authors: [], types: ['task'] };
    expect(decideOn({ type: 'Task' }, { ignore }).hold).toBe('the type “Task” is ignored');
    expect(decideOn({ type: 'Bug' }, { ignore }).hold).toBeNull();
  });

  it('takes in pull requests where the configuration asks for it', () => {
    expect(decideOn({ isPullRequest: true }).hold).toBe('it is a pull request');
    expect(checklists(decideOn({ isPullRequest: true }, { pullRequests: true }).effects)).toHaveLength(1);
  });

  it('takes a machine user for a program where the configuration names it', () => {
    const history = known(happened([[{ login: 'Octo-Robot', kind: 'person' }, '-needs-milestone']]));
    const issue = { ...inOrder, milestone: null, history };
    expect(decideOn(issue, { speak: 'label' }).effects).toEqual([]);
    expect(added(decideOn(issue, { speak: 'label', bots: ['octo-robot'] }).effects)).toEqual(['needs-milestone']);
  });
});
