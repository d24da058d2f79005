import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Change, IssueFacts } from '../../src/model/facts.ts';
import { known, unknown } from '../../src/model/known.ts';
import { sameOnGitHub } from '../../src/text/github-names.ts';
import { decide } from '../../src/triage/decide.ts';
import type { Situation } from '../../src/triage/situation.ts';
import { aCharter, aGroup, anIssue, aPolicy } from '../builders.ts';
import { afterPlan } from './after-plan.ts';

const labels = [
  'area/networking',
  'area/config',
  'area/nothing',
  'P0',
  'P1',
  'p2',
  'bug',
  'needs-owner',
  'needs-milestone',
];
const groups = [aGroup('Networking'), aGroup('Docs'), aGroup('Config', { retired: true })];

const routes = [{ title: ['gateway'], body: [], author: [], group: 'Networking', label: null }];
const routing = { fromForm: ['Area'], routes };

const change: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom('labeled' as const, 'unlabeled' as const),
  label: fc.constantFrom(...labels),
  by: fc.record({ login: fc.constant('octo-1'), kind: fc.constantFrom('person', 'program', 'nobody') }),
  at: fc.constantFrom('2026-01-03T00:00:00Z', '2026-05-31T00:00:00Z'),
});

const issue: fc.Arbitrary<IssueFacts> = fc
  .record({
    labels: fc.uniqueArray(fc.oneof(fc.constantFrom(...labels), fc.string({ minLength: 1, maxLength: 50 }))),
    milestone: fc.option(
      fc.record({
        id: fc.constant('M'),
        number: fc.constant(1),
        title: fc.string(),
        state: fc.constantFrom('open', 'closed'),
      }),
    ),
    history: fc.oneof(fc.array(change).map(known), fc.constant(unknown('the timeline was cut off'))),
    state: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
    body: fc.constantFrom('', '### Area\n\nDocs', '### Area\n\nDocs, Networking', '### Area\n\nConfig'),
    createdAt: fc.constantFrom('2026-01-01T00:00:00Z', '2026-05-31T12:00:00Z'),
  })
  .map((parts) => anIssue(parts));

const situation: fc.Arbitrary<Situation> = fc.record({
  issue,
  charter: fc.constantFrom(
    known(aCharter({ groups })),
    known(aCharter({ groups, leads: [] })),
    unknown('it is not there'),
  ),
  policy: fc.constantFrom(
    aPolicy(),
    aPolicy({ triage: { speak: 'silent' } }),
    aPolicy({ triage: { speak: 'label' } }),
    aPolicy({ triage: { backfill: 'labels' } }),
    aPolicy({ triage: { patience: 0 } }),
    aPolicy({ triage: { notify: 'assign', ...routing } }),
    aPolicy({ triage: { notify: 'team', ...routing }, charter: { team: '{group}-leads', createLabels: true } }),
  ),
  now: fc.constant('2026-06-01T00:00:00.000Z'),
  links: fc.constant({}),
  installedAt: fc.constantFrom(null, '2026-05-31T00:00:00Z'),
});

describe('a decision', () => {
  it('is the same for the same facts', () => {
    fc.assert(fc.property(situation, (facts) => expect(decide(structuredClone(facts))).toEqual(decide(facts))));
  });

  it('leaves nothing to do once it is carried out', () => {
    fc.assert(
      fc.property(situation, (facts) => {
        const after = afterPlan(facts.issue, decide(facts));
        expect(decide({ ...facts, issue: after }).effects).toEqual([]);
      }),
    );
  });

  it('leaves nothing to do after any second state, whatever the checklist said before', () => {
    fc.assert(
      fc.property(situation, situation, (before, facts) => {
        const { checklist } = afterPlan(before.issue, decide(before));
        const with_ = { ...facts, issue: { ...facts.issue, checklist } };
        const after = afterPlan(with_.issue, decide(with_));
        expect(decide({ ...with_, issue: after }).effects).toEqual([]);
      }),
    );
  });

  it('never adds to an issue what it does not name, and never writes where it holds', () => {
    fc.assert(
      fc.property(situation, (facts) => {
        const { effects, hold } = decide(facts);
        if (hold !== null) expect(effects).toEqual([]);
        for (const effect of effects) {
          if (effect.do === 'label')
            expect(facts.issue.labels.map(({ name }) => name)).toEqual(expect.arrayContaining(effect.remove));
        }
      }),
    );
  });

  it('never takes off what a person added last, but for a later priority, nor adds what a person took off last', () => {
    fc.assert(
      fc.property(situation, (facts) => {
        const lastByPerson = (label: string) => {
          const { history } = facts.issue;
          const changes = history.known ? history.value : [];
          return changes.findLast(
            (each) => 'label' in each && sameOnGitHub(each.label, label) && each.by.kind !== 'program',
          )?.what;
        };
        for (const effect of decide(facts).effects) {
          if (effect.do !== 'label') continue;
          for (const label of effect.add) expect(lastByPerson(label)).not.toBe('unlabeled');
          if (effect.instead === undefined)
            for (const label of effect.remove) expect(lastByPerson(label)).not.toBe('labeled');
        }
      }),
      { numRuns: 300 },
    );
  });
});
