import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../src/model/facts.ts';
import { known, unknown } from '../../src/model/known.ts';
import { decide } from '../../src/triage/decide.ts';
import { aCharter, anIssue, aPolicy } from '../builders.ts';
import { happened, person, program, remit } from './history.ts';

const decideOn = (issue: Parameters<typeof anIssue>[0]) =>
  decide({
    issue: anIssue(issue),
    charter: known(aCharter()),
    policy: aPolicy(),
    now: '2026-06-01T00:00:00.000Z',
    links: {},
    installedAt: '2020-01-01T00:00:00Z',
  });

const isWritten = (issue: Parameters<typeof anIssue>[0]) =>
  decideOn(issue).effects.some((effect) => effect.do === 'checklist' && effect.body !== null);

const ghost: Actor = { login: 'ghost', kind: 'nobody' };

describe('a checklist that a person deleted', () => {
  it('does not come back for what was missing then, and the plan says why', () => {
    const plan = decideOn({ labels: ['area/docs'], history: known(happened([[person, 'deleted']])) });
    expect(plan.effects).toEqual([]);
    expect(plan.withheld).toMatchObject([
      {
        effect: { do: 'checklist' },
        because: 'octo-lead-1 deleted it, and nothing is missing now that was not then',
      },
    ]);
  });

  it('does not come back when one of its lines is settled', () => {
    const history = known(
      happened([
        [person, 'deleted'],
        [person, '+area/docs'],
      ]),
    );
    expect(isWritten({ labels: ['area/docs'], history })).toBe(false);
  });

  it('comes back when something fails that was in order when it was deleted', () => {
    const history = known(
      happened([
        [person, 'in 1.4'],
        [person, 'deleted'],
        [person, 'out of 1.4'],
      ]),
    );
    expect(isWritten({ history })).toBe(true);
  });

  it('comes back when something was mended since and fails again', () => {
    const history = known(
      happened([
        [person, 'deleted'],
        [person, '+P1'],
        [person, '-P1'],
      ]),
    );
    expect(isWritten({ history })).toBe(true);
  });

  it('stays away when it was deleted once more, after that', () => {
    const history = known(
      happened([
        [person, 'deleted'],
        [person, '+P1'],
        [person, '-P1'],
        [person, 'deleted'],
      ]),
    );
    expect(isWritten({ history })).toBe(false);
  });

  it('does not come back for what may have been missing, too, when it was deleted', () => {
    const history = known(
      happened([
        [person, 'deleted'],
        [program, '-P1'],
      ]),
    );
    const urgent = { labels: ['area/docs', 'P0'], milestone: 'Nebulous Future' };
    expect(isWritten({ ...urgent, history, historyIsWhole: false })).toBe(false);
    expect(isWritten({ ...urgent, history })).toBe(true);
  });

  it('is one also when the account is gone meanwhile, or another program deleted it', () => {
    for (const by of [ghost, program]) expect(isWritten({ history: known(happened([[by, 'deleted']])) })).toBe(false);
  });

  it('is none when Remit itself took it away', () => {
    expect(isWritten({ history: known(happened([[remit, 'deleted']])) })).toBe(true);
  });

  it('is thought possible where the timeline can’t be read, or begins later', () => {
    expect(isWritten({ history: unknown('GitHub hides it') })).toBe(false);
    expect(isWritten({ history: known([]), historyIsWhole: false })).toBe(false);
  });

  it('keeps its place in memory whatever the timeline had before it', () => {
    const history = known(
      happened([
        [person, 'deleted'],
        [person, '+bug'],
      ]),
    );
    expect(isWritten({ labels: ['bug'], history, historyIsWhole: false })).toBe(false);
  });
});
