import { describe, expect, it } from '@jest/globals';
import { describeEffect } from '../../src/engine/describe-effect.ts';
import { keepDecision } from '../../src/engine/keep-decision.ts';
import type { Effect } from '../../src/model/plan.ts';
import { triageJson, triageSchema } from '../../src/triage/triage-json.ts';
import { anIssue } from '../builders.ts';
import { FakeLedger } from './fake-ledger.ts';

const { ref } = anIssue();
const secret = 'words of somebody';
const because = '“octo-user-2” asked for it';

/** One of each kind that commands come to, with what is said of it in a log. */
const effects: [Effect, string][] = [
  [{ do: 'label', add: ['P1'], remove: ['P0'], because }, 'label +P1 -P0'],
  [{ do: 'milestone', title: '1.4', because }, 'milestone set'],
  [{ do: 'state', to: 'open', because }, 'reopened'],
  [{ do: 'state', to: 'closed', as: 'not planned', of: null, because }, 'closed as not planned'],
  [{ do: 'title', title: secret, because }, 'title changed'],
  [{ do: 'parent', issue: ref, because }, 'parent octo-org/octo-repo#1'],
  [{ do: 'parent', issue: null, because }, 'parent cleared'],
  [{ do: 'assign', add: ['octo-1'], remove: ['octo-2'], because }, 'assignees +octo-1 -octo-2'],
  [{ do: 'transfer', to: { owner: 'octo-org', name: 'octo-plans' }, because }, 'transferred to octo-org/octo-plans'],
  [{ do: 'react', to: 'IC_1', with: 'confused', instead: null, because }, 'reaction confused'],
  [{ do: 'react', to: 'IC_1', with: null, instead: 'eyes', because }, 'reaction taken away'],
  [{ do: 'reply', in: null, body: secret, because }, 'reply written'],
  [{ do: 'reply', in: 'IC_2', body: null, because }, 'reply taken away'],
];

const planOf = (effect: Effect) => ({
  ref,
  owners: [],
  verdicts: [],
  effects: [effect],
  withheld: [],
  again: null,
  hold: null,
});

describe('what commands come to', () => {
  it.each(effects)('%j is logged as: %s', (effect, words) => {
    expect(describeEffect(effect)).toBe(words);
  });

  it.each(effects)('%j has a place in what remit triage prints', (effect) => {
    const json = triageJson({ plan: planOf(effect), applied: true });
    expect(triageSchema.parse(JSON.parse(JSON.stringify(json)))).toEqual(json);
  });

  it.each(effects)('%j is kept without anybody’s words', async (effect) => {
    const ledger = new FakeLedger();
    const log = { warn() {}, info() {}, debug() {} };
    const outcome = { issue: anIssue(), plan: planOf(effect), applied: true, written: 1, problems: [], links: {} };
    const job = { id: 'guid', installation: 7, unit: { kind: 'issue' as const, ref } };
    await keepDecision(outcome, { job, ledger, log, clock: { now: () => new Date('2026-06-01T00:00:00.000Z') } });
    const [kept] = await ledger.story(ref);
    expect(kept?.written).toMatchObject([{ do: effect.do, because }]);
    expect(JSON.stringify(kept)).not.toContain(secret);
  });
});
