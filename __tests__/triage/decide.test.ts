import { describe, expect, it } from '@jest/globals';
import type { IssueFacts } from '../../src/model/facts.ts';
import { known, unknown } from '../../src/model/known.ts';
import type { Effect, Plan } from '../../src/model/plan.ts';
import { decide } from '../../src/triage/decide.ts';
import type { Situation } from '../../src/triage/situation.ts';
import { aCharter, aGroup, anIssue, aPolicy } from '../builders.ts';
import { afterPlan } from './after-plan.ts';

const charter = aCharter({ groups: [aGroup('Networking'), aGroup('Docs')] });

function decideOn(issue: IssueFacts, parts: Partial<Situation> = {}): Plan {
  return decide({
    issue,
    charter: known(charter),
    policy: aPolicy(),
    now: '2026-06-01T00:00:00.000Z',
    links: {},
    installedAt: '2020-01-01T00:00:00Z',
    ...parts,
  });
}

const checklistIn = ({ effects }: Plan): Extract<Effect, { do: 'checklist' }> | undefined =>
  effects.find((effect) => effect.do === 'checklist');

const inOrder = { labels: ['area/networking', 'P1'], milestone: '1.4' };
const closed = (title: string) => ({ id: 'M_1', number: 1, title, state: 'closed' as const });

/** An issue with the checklist that was written when it had these parts. */
function withChecklist(
  before: Parameters<typeof anIssue>[0],
  now = before,
  parts: Partial<Situation> = {},
): IssueFacts {
  const body = checklistIn(decideOn(anIssue(before), parts))?.body;
  return { ...anIssue(now), checklist: { id: 'C_1', body: body! } };
}

describe('an issue in order', () => {
  it('is owned by the group of its label, and nothing is done', () => {
    const plan = decideOn(anIssue(inOrder));
    expect(plan).toMatchObject({ owners: ['networking'], effects: [], again: null, hold: null });
    expect(plan.verdicts.map(({ requirement, status }) => [requirement, status])).toEqual([
      ['milestone', 'met'],
      ['owner', 'met'],
      ['priority', 'met'],
      ['priority-milestone', 'met'],
    ]);
  });

  it('cites the line and the commit that made the group the owner', () => {
    const links = { 'WORKING-GROUPS.md': 'https://github.com/octo-org/octo-repo/blob/abc1234def/WORKING-GROUPS.md' };
    const owner = decideOn(anIssue(inOrder), { links }).verdicts.find(({ requirement }) => requirement === 'owner');
    expect(owner?.cites).toEqual([
      { text: 'WORKING-GROUPS.md line 12 at abc1234', url: `${links['WORKING-GROUPS.md']}?plain=1#L12` },
    ]);
  });
});

describe('the checklist', () => {
  it('appears when something is missing', () => {
    const { body } = checklistIn(decideOn(anIssue({ ...inOrder, milestone: null })))!;
    expect(body).toMatch(/^- \[ \] \*\*Milestone\*\*: no milestone/m);
    expect(body).toMatch(/^- \[x\] \*\*Owner\*\*: .*Networking/m);
  });

  it('waits until the patience with a new issue is over, and says when that is', () => {
    const issue = anIssue({ createdAt: '2026-05-31T12:00:00Z' });
    expect(decideOn(issue)).toMatchObject({ effects: [], again: '2026-06-01T12:00:00.000Z' });
    expect(decideOn(issue, { now: '2026-06-01T12:00:00.000Z' })).toMatchObject({
      effects: [{ do: 'checklist' }],
      again: null,
    });
  });

  it('makes nobody wait for nothing: an issue in order is not looked at again', () => {
    expect(decideOn(anIssue({ ...inOrder, createdAt: '2026-05-31T12:00:00Z' })).again).toBeNull();
  });

  it('is kept up to date at once, patience or not', () => {
    const early = { now: '2026-01-02T00:00:01.000Z' };
    const issue = withChecklist({}, inOrder, early);
    expect(decideOn(issue, { now: '2026-01-01T01:00:00.000Z' }).effects).toMatchObject([
      { do: 'checklist', body: null },
    ]);
  });

  it('is edited when what is missing has changed', () => {
    const plan = decideOn(withChecklist({}, { labels: ['P1'] }));
    expect(checklistIn(plan)?.body).toMatch(/- \[x\] \*\*Priority\*\*/);
  });

  it('is taken away when nothing is missing any more', () => {
    expect(decideOn(withChecklist({}, inOrder)).effects).toEqual([
      { do: 'checklist', body: null, because: 'nothing is missing any more' },
    ]);
  });

  it('stays as it is while its meaning is the same, also when a person edited its text', () => {
    const issue = withChecklist({});
    expect(decideOn(issue).effects).toEqual([]);
    const edited = { ...issue, checklist: { id: 'C_1', body: issue.checklist!.body.replaceAll('[ ]', '[x]') } };
    expect(decideOn(edited).effects).toEqual([]);
  });

  it('stays as it is when another commit touched the charter', () => {
    const link = (commit: string) => ({
      links: { 'WORKING-GROUPS.md': `https://github.com/o/r/blob/${commit}/WORKING-GROUPS.md` },
    });
    const issue = withChecklist({ labels: ['area/docs'] }, { labels: ['area/docs'] }, link('aaaaaaa'));
    expect(issue.checklist?.body).toContain('aaaaaaa');
    expect(decideOn(issue, link('bbbbbbb')).effects).toEqual([]);
  });

  it('is written anew when it is of another version', () => {
    const issue = withChecklist({});
    const old = {
      ...issue,
      checklist: { id: 'C_1', body: issue.checklist!.body.replace('remit:checklist v2', 'remit:checklist v0') },
    };
    expect(decideOn(old).effects).toHaveLength(1);
  });

  it('is emptied and kept where a person wrote into it, once', () => {
    const issue = withChecklist({}, inOrder);
    const noted = { ...issue, checklist: { id: 'C_1', body: `${issue.checklist!.body}\n\nSee the design.` } };
    const plan = decideOn(noted);
    expect(checklistIn(plan)?.body).toContain('See the design.');
    expect(decideOn(afterPlan(noted, plan)).effects).toEqual([]);
  });

  it('is there once: further ones are taken away without a change of its text', () => {
    const issue = withChecklist({});
    const twice = { ...issue, surplusChecklists: [{ id: 'C_2', body: issue.checklist!.body }] };
    expect(checklistIn(decideOn(twice))?.body).toBe(issue.checklist!.body);
  });

  it('never appears where the configuration says to be silent, and one from before goes', () => {
    const policy = aPolicy({ triage: { speak: 'silent' } });
    expect(decideOn(anIssue(), { policy }).effects).toEqual([]);
    expect(decideOn(withChecklist({}), { policy }).effects).toMatchObject([{ do: 'checklist', body: null }]);
  });
});

describe('what is not known', () => {
  const unreadable = { charter: unknown('WORKING-GROUPS.md is not there') };

  it('makes no checklist appear', () => {
    const plan = decideOn(anIssue({ ...inOrder, labels: ['P1'] }), unreadable);
    expect(plan).toMatchObject({ owners: [], effects: [] });
    expect(plan.verdicts[1]).toMatchObject({ requirement: 'owner', status: 'unknown' });
  });

  it('is told without a box to tick where other things are missing', () => {
    const { body } = checklistIn(decideOn(anIssue({ labels: ['P1'] }), unreadable))!;
    expect(body).toMatch(/^- \*\*Owner\*\*: not known.*WORKING/m);
  });

  it('leaves a line open that was open before', () => {
    const issue = withChecklist({ ...inOrder, labels: ['P1'] });
    const plan = decideOn(issue, unreadable);
    expect(checklistIn(plan)?.body).toContain('not known');
    expect(decideOn(afterPlan(issue, plan), unreadable).effects).toEqual([]);
    expect(decideOn(afterPlan(issue, plan)).effects).toHaveLength(1);
  });

  it('does not keep a checklist alive whose open lines are all settled', () => {
    const issue = withChecklist({ labels: ['P1'] }, { labels: ['P1'], milestone: '1.4' }, unreadable);
    expect(decideOn(issue, unreadable).effects).toMatchObject([{ do: 'checklist', body: null }]);
  });
});

describe('nothing is written', () => {
  it.each<[string, Parameters<typeof anIssue>[0]]>([
    ['closed', { state: 'closed' }],
    ['locked', { locked: true }],
    ['archived', { archived: true }],
    ['disabled', { issuesDisabled: true }],
    ['a pull request', { isPullRequest: true }],
  ])('to an issue that is %s', (word, parts) => {
    const plan = decideOn(anIssue(parts));
    expect(plan).toMatchObject({ effects: [], again: null });
    expect(plan.hold).toContain(word);
  });

  it('to an issue that is ignored by label or author, in any letter case', () => {
    const policy = aPolicy({ triage: { ignore: { labels: ['Wontfix'], authors: ['Octo-Bot'], types: [] } } });
    expect(decideOn(anIssue({ labels: ['wontfix'] }), { policy }).hold).toContain('“wontfix”');
    expect(decideOn(anIssue({ author: { login: 'octo-bot', kind: 'program' } }), { policy }).hold).toContain(
      '“octo-bot”',
    );
    expect(decideOn(anIssue(), { policy }).hold).toBeNull();
  });
});

describe('requirements', () => {
  it('are judged by the configuration’s options', () => {
    const policy = aPolicy({
      triage: { requirements: { priority: { values: ['high', 'low'], prefix: 'priority/' } } },
    });
    const plan = decideOn(anIssue({ ...inOrder, labels: ['area/docs', 'priority/high'] }), { policy });
    expect(plan.effects).toEqual([]);
  });

  it('are not judged where they are switched off', () => {
    const policy = aPolicy({ triage: { requirements: { milestone: false } } });
    const plan = decideOn(anIssue({ labels: inOrder.labels }), { policy });
    expect(plan.verdicts.map(({ requirement }) => requirement)).not.toContain('milestone');
    expect(plan.effects).toEqual([]);
  });

  it('ask for an epic only where the configuration does', () => {
    const asked = (requirements: Record<string, Record<string, unknown>>) =>
      decideOn(anIssue(inOrder), { policy: aPolicy({ triage: { requirements } }) }).verdicts.map(
        ({ requirement }) => requirement,
      );
    expect(asked({})).not.toContain('epic');
    expect(asked({ epic: { labels: ['epic'], types: ['Epic'] } })).toContain('epic');
  });

  it('mend what they can, and the checklist does not ask for it', () => {
    const by = { login: 'octo-lead-1', kind: 'person' } as const;
    const history = known([{ what: 'labeled', label: 'P0', by, at: '2026-01-02T00:00:00Z' } as const]);
    const plan = decideOn(anIssue({ labels: ['area/docs', 'P0', 'P1'], milestone: closed('1.3'), history }));
    expect(plan.effects[0]).toMatchObject({ do: 'label', add: [], remove: ['P1'] });
    expect(checklistIn(plan)?.body).toMatch(/- \[x\] \*\*Priority\*\*: .*P0/);
  });
});
