import { describe, expect, it } from '@jest/globals';
import type { Group } from '../../src/model/charter.ts';
import type { Actor, Change, IssueFacts } from '../../src/model/facts.ts';
import { known, unknown } from '../../src/model/known.ts';
import type { Plan } from '../../src/model/plan.ts';
import { decide } from '../../src/triage/decide.ts';
import type { Situation } from '../../src/triage/situation.ts';
import { aCharter, aGroup, aLead, anIssue, aPolicy } from '../builders.ts';
import { afterPlan } from './after-plan.ts';
import { happened, person, program, remit } from './history.ts';

const now = '2026-06-01T00:00:00.000Z';
const link = (text: string, url: string) => ({ text, url, at: aGroup('x').at });
const teamPage = 'https://github.com/orgs/octo-org/teams/networking-leads';
const linking = (text: string, url = teamPage): Partial<Group> => ({
  artifacts: [{ name: 'Team', text, links: [link(text, url)], at: aGroup('x').at }],
});

const groups = [
  aGroup('Networking', { areas: ['Control Plane'], ...linking('@octo-org/networking-leads') }),
  aGroup('Docs'),
];
const seat = { group: 'networking', at: aGroup('x').at };
const leads = [
  aLead('octo-lead-1', ['Networking', 'Docs']),
  aLead('octo-lead-2', ['Networking']),
  aLead('octo-lead-3', [], { seats: [{ ...seat, text: 'Networking - Control Plane', area: 'Control Plane' }] }),
];

const labelled = (label: string, at = now): Change => ({ what: 'labeled', label, by: person, at });
const assigned = (assignee: string, by: Actor): Change => ({ what: 'assigned', assignee, by, at: now });
const unassigned = (assignee: string, by: Actor): Change => ({ what: 'unassigned', assignee, by, at: now });

/** An issue that became Networking's just now. */
const news = (parts: Parameters<typeof anIssue>[0] = {}): IssueFacts =>
  anIssue({ labels: ['area/networking'], history: known([labelled('area/networking')]), ...parts });

function planFor(issue: IssueFacts, notify: 'assign' | 'team' | 'none', parts: Partial<Situation> = {}): Plan {
  const charter = known(aCharter({ groups, leads }));
  const policy = aPolicy({ triage: { notify, speak: 'silent' } });
  return decide({ issue, charter, policy, now, links: {}, installedAt: '2020-01-01T00:00:00Z', ...parts });
}

const told = (...args: Parameters<typeof planFor>) => planFor(...args).effects;
const candidates = (issue: IssueFacts) =>
  told(issue, 'assign').flatMap((effect) => (effect.do === 'assign-one' ? effect.of : []));
const mentions = (issue: IssueFacts, parts: Partial<Situation> = {}) =>
  told(issue, 'team', parts).flatMap((effect) =>
    effect.do === 'notify' ? (/^@\S+?(?=:)/.exec(effect.body) ?? []) : [],
  );

describe('a group that came to own an issue', () => {
  it('is not told of it unless the configuration says so', () => {
    expect(told(news(), 'none')).toEqual([]);
  });

  it.each(['assign', 'team'] as const)('is told once: %s', (notify) => {
    const plan = planFor(news(), notify);
    expect(plan.effects).toHaveLength(1);
    expect(plan.effects[0]).toMatchObject({ because: '“area/networking” makes “Networking” its owner' });
    expect(told(afterPlan(news(), plan), notify)).toEqual([]);
  });

  it.each(['assign', 'team'] as const)('is not told of what was its own a week ago: %s', (notify) => {
    const at = (time: string) => news({ history: known([labelled('area/networking', time)]) });
    expect(told(at('2026-05-25T00:00:00Z'), notify)).toHaveLength(1);
    expect(told(at('2026-05-24T23:59:59Z'), notify)).toEqual([]);
    expect(told(news({ history: known([]) }), notify)).toEqual([]);
  });

  it.each(['assign', 'team'] as const)('is not told again by a further label of its own: %s', (notify) => {
    const further = 'area/networking-control-plane';
    const history = known([labelled('area/networking', '2026-01-01T00:00:00Z'), labelled(further)]);
    expect(told(news({ labels: ['area/networking', further], history }), notify)).toEqual([]);
  });

  it.each(['assign', 'team'] as const)('is not told where it can’t be known whether it was before: %s', (notify) => {
    expect(planFor(news({ historyIsWhole: false }), notify)).toMatchObject({
      effects: [],
      withheld: [{ because: 'whether the group was told before is not known: its timeline is too long' }],
    });
    expect(told(news({ history: unknown('no access') }), notify)).toEqual([]);
  });

  it.each(['assign', 'team'] as const)('is not told of an issue from before Remit: %s', (notify) => {
    expect(told(news(), notify, { installedAt: '2026-05-01T00:00:00Z' })).toEqual([]);
  });

  it('is told together with the label that a route adds', () => {
    const routes = [{ title: ['gateway'], body: [], author: [], group: 'Networking', label: null }];
    const policy = aPolicy({ triage: { notify: 'assign', speak: 'silent', routes } });
    expect(told(anIssue(), 'assign', { policy })).toMatchObject([
      { do: 'label', add: ['area/networking'], because: 'the title has “gateway”' },
      { do: 'assign-one', because: '“area/networking” makes “Networking” its owner' },
    ]);
  });

  it('is told besides another group that owns it too', () => {
    const history = known([labelled('area/networking'), labelled('area/docs')]);
    expect(told(news({ labels: ['area/networking', 'area/docs'], history }), 'assign')).toHaveLength(2);
  });
});

describe('assigning', () => {
  it('names all leads of the group in turn, always the same for an issue', () => {
    expect(candidates(news()).sort()).toEqual(['octo-lead-1', 'octo-lead-2', 'octo-lead-3']);
    expect(candidates(news())).toEqual(candidates(news()));
  });

  it('gives each lead as many issues as the others', () => {
    const count = new Map<string, number>();
    for (let number = 1; number <= 300; number++) {
      const [first] = candidates(news({ ref: { owner: 'octo-org', repository: 'octo-repo', number } }));
      count.set(first!, (count.get(first!) ?? 0) + 1);
    }
    expect([...count.values()].every((issues) => issues > 80 && issues < 120)).toBe(true);
  });

  it('names the leads of the area where its label names one that is led', () => {
    const label = 'area/networking-control-plane';
    expect(candidates(news({ labels: [label], history: known([labelled(label)]) }))).toEqual(['octo-lead-3']);
  });

  it('leaves alone what a person or another program assigned, also when nobody is assigned any more', () => {
    const since = (...changes: Change[]) => known([labelled('area/networking'), ...changes]);
    for (const by of [person, program]) {
      expect(candidates(news({ assignees: ['octo-user-1'], history: since(assigned('octo-user-1', by)) }))).toEqual([]);
      const gone = since(assigned('octo-user-1', by), unassigned('octo-user-1', by));
      expect(candidates(news({ history: gone }))).toEqual([]);
    }
    expect(candidates(news({ assignees: ['octo-user-1'] }))).toEqual([]);
  });

  it('leaves alone what Remit assigned at a command to somebody who leads nothing', () => {
    const history = known([assigned('octo-user-1', remit), labelled('area/networking')]);
    expect(candidates(news({ assignees: ['octo-user-1'], history }))).toEqual([]);
  });

  it('assigns nobody in the place of whom a person unassigned', () => {
    const history = known([
      labelled('area/networking'),
      assigned('octo-lead-2', remit),
      unassigned('octo-lead-2', person),
    ]);
    expect(candidates(news({ history }))).toEqual([]);
  });

  it('assigns somebody of the next group, but not whom a person unassigned', () => {
    const docs = aLead('octo-lead-4', ['Docs']);
    const charter = known(aCharter({ groups, leads: [...leads, docs] }));
    const history = known([assigned('octo-lead-2', remit), unassigned('octo-lead-4', person), labelled('area/docs')]);
    const issue = news({ labels: ['area/docs'], assignees: ['octo-lead-2'], history });
    expect(told(issue, 'assign', { charter })).toMatchObject([{ do: 'assign-one', of: ['octo-lead-1'] }]);
  });
});

describe('mentioning a team', () => {
  it('mentions the team that the document links', () => {
    expect(mentions(news())).toEqual(['@octo-org/networking-leads']);
  });

  it('says why, where it is written, and remembers it in a mark that nobody sees', () => {
    const links = { 'WORKING-GROUPS.md': 'https://github.com/octo-org/octo-repo/blob/abc1234def/WORKING-GROUPS.md' };
    expect(told(news(), 'team', { links })).toMatchObject([
      {
        do: 'notify',
        group: 'networking',
        body: [
          '@octo-org/networking-leads: this issue is of `Networking` by its label `area/networking` ([WORKING-GROUPS.md line 12 at abc1234](https://github.com/octo-org/octo-repo/blob/abc1234def/WORKING-GROUPS.md?plain=1#L12)).',
          '<!-- remit:notice networking -->',
        ].join('\n'),
      },
    ]);
  });

  it('mentions the team that is called as the configuration says, where the document links none', () => {
    const label = 'area/docs';
    const docs = news({ labels: [label], history: known([labelled(label)]) });
    expect(mentions(docs)).toEqual([]);
    const policy = aPolicy({ charter: { team: 'wg-{group}-leads' }, triage: { notify: 'team' } });
    expect(mentions(docs, { policy })).toEqual(['@octo-org/wg-docs-leads']);
  });

  it.each([
    ['of another organisation', linking('@squid/net', 'https://github.com/orgs/squid/teams/net')],
    ['whose link says another name than its address', linking('@octo-org/docs-leads')],
  ])('mentions no team %s', (_, parts) => {
    const charter = known(aCharter({ groups: [aGroup('Networking', parts)], leads }));
    expect(mentions(news(), { charter })).toEqual([]);
  });

  it('is never repeated, not after somebody deleted a comment of Remit’s, which may have been that one', () => {
    const history = (by: Actor) => known([labelled('area/networking'), ...happened([[by, 'deleted']])]);
    expect(mentions(news({ history: history(person) }))).toEqual([]);
    expect(mentions(news({ history: history(remit) }))).toHaveLength(1);
  });

  it('waits for the comments to be known', () => {
    expect(planFor(news({ notices: unknown('not all of its comments were read') }), 'team')).toMatchObject({
      effects: [],
      withheld: [{ because: 'whether the group was told before is not known: not all of its comments were read' }],
    });
  });
});
