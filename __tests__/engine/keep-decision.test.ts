import { describe, expect, it } from '@jest/globals';
import { keepDecision } from '../../src/engine/keep-decision.ts';
import type { Outcome } from '../../src/engine/reconcile.ts';
import type { Change, IssueFacts } from '../../src/model/facts.ts';
import { known, unknown } from '../../src/model/known.ts';
import type { Plan, Verdict } from '../../src/model/plan.ts';
import type { Job, Ledger } from '../../src/model/ports.ts';
import { anIssue } from '../builders.ts';
import { FakeLedger } from './fake-ledger.ts';

const ref = { owner: 'octo-org', repository: 'octo-repo', number: 1 };
const job: Job = { id: 'guid', installation: 7, unit: { kind: 'issue', ref } };
const because = 'something is missing';
const noOwner: Verdict = { requirement: 'owner', status: 'missing', message: 'no label names a group', cites: [] };
const anOwner: Verdict = { requirement: 'owner', status: 'met', message: '“area/docs” names Docs', cites: [] };

function anOutcome(plan: Partial<Plan> = {}, issue: IssueFacts = anIssue()): Outcome {
  const effects = plan.effects ?? [];
  return {
    issue,
    plan: { ref, owners: [], verdicts: [], effects, withheld: [], again: null, hold: null, ...plan },
    applied: effects.length > 0,
    written: effects.length > 0 ? 1 : 0,
    problems: [],
    links: { 'WORKING-GROUPS.md': 'https://github.com/octo-org/octo-repo/blob/c0ffee/WORKING-GROUPS.md' },
  };
}

function aBook(ledger: Ledger = new FakeLedger()) {
  const warnings: string[] = [];
  const log = { warn: (_: object, message: string) => void warnings.push(message), info() {}, debug() {} };
  const clock = { now: () => new Date('2026-06-01T00:00:00.000Z') };
  return {
    warnings,
    keep: (outcome: Outcome, of: Job = job) => keepDecision(outcome, { job: of, ledger, clock, log }),
    kept: () => ledger.story(ref),
  };
}

describe('a decision', () => {
  it('is kept with its facts, its rules, what was written, by which delivery and when', async () => {
    const { keep, kept } = aBook();
    const cause = { event: 'issues.opened', by: 'octo-user-1' };
    const issue = anIssue({ labels: ['P1'], milestone: '1.4' });
    await keep(anOutcome({ verdicts: [noOwner], effects: [{ do: 'checklist', body: 'a text', because }] }, issue), {
      ...job,
      cause,
    });
    expect(await kept()).toEqual([
      {
        ref,
        at: '2026-06-01T00:00:00.000Z',
        job: 'guid',
        cause,
        facts: {
          state: 'open',
          author: 'octo-user-1',
          createdAt: '2026-01-01T00:00:00.000Z',
          labels: ['P1'],
          milestone: { title: '1.4', state: 'open' },
          changes: [],
          seen: null,
        },
        owners: [],
        verdicts: [noOwner],
        written: [{ do: 'checklist', written: 'put up', because }],
        withheld: [],
        hold: null,
        governedBy: { 'WORKING-GROUPS.md': 'https://github.com/octo-org/octo-repo/blob/c0ffee/WORKING-GROUPS.md' },
      },
    ]);
  });

  it('is kept once, however often it is made again', async () => {
    const { keep, kept } = aBook();
    for (let look = 0; look < 5; look++) await keep(anOutcome({ verdicts: [noOwner] }));
    expect(await kept()).toHaveLength(1);
  });

  it('is kept again when it finds something else, or writes something', async () => {
    const { keep, kept } = aBook();
    const write = { do: 'label' as const, add: ['area/docs'], remove: [], because };
    await keep(anOutcome({ verdicts: [noOwner] }));
    await keep(anOutcome({ verdicts: [anOwner], owners: ['docs'] }));
    await keep(anOutcome({ verdicts: [anOwner], owners: ['docs'], effects: [write] }));
    await keep(anOutcome({ verdicts: [anOwner], owners: ['docs'], hold: 'the issue is closed' }));
    expect(await kept()).toHaveLength(4);
  });

  it('is kept with what it left to people, once', async () => {
    const { keep, kept } = aBook();
    const effect = { do: 'label' as const, add: ['area/docs'], remove: [], because: 'the form of “A title” says so' };
    const withheld = [{ effect, because: 'octo-lead-1 took off “area/docs”' }];
    for (let look = 0; look < 3; look++) {
      await keep(anOutcome({ verdicts: [noOwner], withheld }, anIssue({ title: 'A title' })));
    }
    const change = { ...effect, because: 'the form of “…” says so' };
    expect((await kept()).map((each) => each.withheld)).toEqual([[{ change, because: withheld[0]!.because }]]);
    await keep(anOutcome({ verdicts: [noOwner] }));
    expect(await kept()).toHaveLength(2);
  });

  it('is the same when only the charter’s commit is another', async () => {
    const { keep, kept } = aBook();
    for (const commit of ['c0ffee', 'beef']) {
      const cites = [{ text: 'WORKING-GROUPS.md line 12', url: `https://github.com/o/r/blob/${commit}/W.md#L12` }];
      await keep(anOutcome({ verdicts: [{ ...anOwner, cites }] }));
    }
    expect(await kept()).toHaveLength(1);
  });

  it('of an issue that nothing was ever written to, and nothing may be, is not kept', async () => {
    const { keep, kept } = aBook();
    await keep(anOutcome({ verdicts: [noOwner], hold: 'the issue is closed' }));
    expect(await kept()).toEqual([]);
  });

  it('holds the changes since the one before, and who made them', async () => {
    const { keep, kept } = aBook();
    const [first, second] = ['area/docs', 'P1'].map((label): Change => {
      const by = { login: 'octo-lead-1', kind: 'person' } as const;
      return { what: 'labeled', label, by, at: '2026-05-01T00:00:00.000Z' };
    });
    await keep(anOutcome({ verdicts: [noOwner] }, anIssue({ history: known([first!]) })));
    await keep(anOutcome({ verdicts: [] }, anIssue({ history: unknown('cut off') })));
    await keep(anOutcome({ verdicts: [anOwner] }, anIssue({ history: known([first!, second!]) })));
    expect((await kept()).map(({ facts }) => facts.changes)).toEqual([[first], [], [second]]);
  });

  it('holds who closed and reopened the issue since the one before', async () => {
    const { keep, kept } = aBook();
    const by = { login: 'octo-lead-1', kind: 'person' } as const;
    const turns = (['closed', 'reopened'] as const).map((what) => ({ what, by, at: '2026-05-01T00:00:00.000Z' }));
    await keep(anOutcome({ verdicts: [noOwner] }, anIssue({ turns: known(turns.slice(0, 1)) })));
    await keep(anOutcome({ verdicts: [] }, anIssue({ turns: unknown('cut off') })));
    await keep(anOutcome({ verdicts: [anOwner] }, anIssue({ turns: known(turns) })));
    expect((await kept()).map(({ facts }) => facts.turns ?? [])).toEqual([[turns[0]], [], [turns[1]]]);
  });

  it('holds no title and no text of anybody’s', async () => {
    const { keep, kept } = aBook();
    const parent = { ref, title: 'secret parent', state: 'closed', labels: [], type: null } as const;
    const by = { login: 'octo-user-1', kind: 'person' } as const;
    const renamed = { what: 'retitled', by, at: '2026-05-01T00:00:00.000Z' } as const;
    const issue = anIssue({
      title: 'secret title',
      body: 'secret body',
      turns: known([{ ...renamed, from: 'secret first title', to: 'secret title' }]),
      ancestry: { parents: [{ ...parent, labels: [] }], hidden: null },
    });
    const epic: Verdict = {
      requirement: 'epic',
      status: 'conflict',
      message: 'the epic “secret parent” is closed',
      cites: [],
    };
    await keep(anOutcome({ verdicts: [epic], effects: [{ do: 'checklist', body: 'secret text', because }] }, issue));
    expect(JSON.stringify(await kept())).not.toContain('secret');
    expect((await kept())[0]?.verdicts[0]?.message).toBe('the epic “…” is closed');
  });
});

describe('a ledger that can’t be written', () => {
  it('holds up no work, and is told of in the log', async () => {
    const ledger = new FakeLedger();
    ledger.add = async () => {
      throw new Error('no space left on device');
    };
    const { keep, warnings } = aBook(ledger);
    await keep(anOutcome({ verdicts: [noOwner] }));
    expect(warnings).toEqual(['a decision could not be kept']);
  });
});
