import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Written } from '../../src/model/decision.ts';
import type { Actor, Change, Turn } from '../../src/model/facts.ts';
import { known, unknown } from '../../src/model/known.ts';
import { mayBeLate, tooLate, writtenLater } from '../../src/triage/too-late.ts';
import { aDecision, anIssue, aPolicy } from '../builders.ts';
import { obeyed } from './asking.ts';

const at = '2026-06-01T08:00:00Z';
const secondsOn = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();
const person: Actor = { login: 'octo-lead-2', kind: 'person' };
const bot: Actor = { login: 'octo-bot', kind: 'program' };
const remit: Actor = { login: 'remit[bot]', kind: 'program', own: true };

const changed = (change: Change) => anIssue({ milestone: '1.5', history: known([change]) });
const milestoned = (by: Actor, seconds: number): Change => ({
  what: 'milestoned',
  milestone: '1.5',
  by,
  at: secondsOn(seconds),
});
const turned = (turn: Turn, parts: Parameters<typeof anIssue>[0] = {}) => anIssue({ ...parts, turns: known([turn]) });
const late = (comment: string, issue = anIssue(), later: Written[] = []) =>
  obeyed(comment, { issue, timing: { at, later } });

describe('a command that comes late', () => {
  it('leaves what a person has set by hand since, and says so', () => {
    const { effects, answers } = late('/milestone 1.4\n/area networking', changed(milestoned(person, 60)));
    expect(answers.map(({ outcome }) => outcome)).toMatchObject([
      { is: 'refused', message: '“octo-lead-2” has changed that by hand since' },
      { is: 'done' },
    ]);
    expect(effects).toMatchObject([{ do: 'label', add: ['area/networking'] }]);
  });

  it('goes by the label it is about, whatever its letters, and by the epic and the assignee', () => {
    const unlabeled: Change = { what: 'unlabeled', label: 'Area/Networking', by: person, at: secondsOn(60) };
    expect(late('/area networking', changed(unlabeled)).effects).toEqual([]);
    expect(late('/area docs', changed(unlabeled)).effects).toHaveLength(1);
    const unparented: Change = { what: 'unparented', parent: null, by: person, at: secondsOn(60) };
    expect(late('/epic #4', changed(unparented)).effects).toEqual([]);
    const unassigned: Change = { what: 'unassigned', assignee: 'octo-lead-1', by: person, at: secondsOn(60) };
    expect(late('/assign @octo-lead-1', changed(unassigned)).effects).toEqual([]);
  });

  it('holds whatever a machine user has done since, whom the project names as a program', () => {
    const policy = aPolicy({ triage: { bots: [person.login] } });
    const byMachine = { timing: { at, later: [] }, policy };
    expect(obeyed('/milestone 1.4', { issue: changed(milestoned(person, 60)), ...byMachine }).effects).toHaveLength(1);
    const reopened = turned({ what: 'reopened', by: person, at: secondsOn(60) });
    expect(obeyed('/close', { issue: reopened, ...byMachine }).effects).toHaveLength(1);
  });

  it('does not close what somebody has reopened since', () => {
    const { answers } = late('/close', turned({ what: 'reopened', by: person, at: secondsOn(60) }));
    expect(answers).toMatchObject([{ outcome: { message: '“octo-lead-2” has changed that by hand since' } }]);
    expect(late('/close', turned({ what: 'reopened', by: person, at: secondsOn(-60) })).effects).toHaveLength(1);
    expect(
      late('/close', turned({ what: 'retitled', from: 'A', to: 'B', by: person, at: secondsOn(60) })).effects,
    ).toHaveLength(1);
    expect(late('/close', anIssue({ turns: unknown('it was not read') })).effects).toHaveLength(1);
  });

  it('neither reopens nor retitles what somebody has closed or retitled since', () => {
    const closed = turned({ what: 'closed', by: person, at: secondsOn(60) }, { state: 'closed' });
    expect(late('/reopen', closed).effects).toEqual([]);
    const retitled = turned({ what: 'retitled', from: 'A', to: 'B', by: person, at: secondsOn(60) });
    expect(late('/retitle The other one', retitled).effects).toEqual([]);
    expect(
      late('/retitle The other one', turned({ what: 'retitled', from: 'A', to: 'B', by: bot, at: secondsOn(60) }))
        .effects,
    ).toHaveLength(1);
  });

  it('leaves what a later command has set', () => {
    const later: Written[] = [{ do: 'milestone', title: '1.5', because: '“octo-lead-2” asked for it' }];
    const { effects, answers } = late('/milestone 1.4', anIssue({ milestone: '1.5' }), later);
    expect(effects).toEqual([]);
    expect(answers).toMatchObject([{ outcome: { message: 'a later command has changed that already' } }]);
  });

  it('is done where what it asks for is so already', () => {
    const { effects, answers } = late('/milestone 1.5', changed(milestoned(person, 60)));
    expect(effects).toEqual([]);
    expect(answers).toMatchObject([{ outcome: { is: 'done' } }]);
  });
});

describe('a command holds', () => {
  it.each([
    ['against what was set before it', milestoned(person, -60)],
    ['against what was set in the same moment, such as the labels of a form', milestoned(person, 10)],
    ['against other programs', milestoned(bot, 60)],
    ['against what Remit decided', milestoned(remit, 60)],
  ])('%s', (_name, change) => {
    expect(late('/milestone 1.4', changed(change)).effects).toMatchObject([{ do: 'milestone', title: '1.4' }]);
  });

  it('where the timeline can’t be read', () => {
    const issue = anIssue({ milestone: '1.5', history: unknown('GitHub gave none') });
    expect(late('/milestone 1.4', issue).effects).toHaveLength(1);
  });

  it('whenever it was written, on an issue that nobody has touched since', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 10 }), fc.constantFrom(person, bot, remit), (seconds, by) => {
        const effects = [{ do: 'milestone', title: '1.4', because: '' }] as const;
        expect(tooLate([...effects], changed(milestoned(by, seconds)), { at, later: [] })).toBeNull();
      }),
    );
  });
});

describe('later commands', () => {
  it('are looked for only where Remit has changed something since', () => {
    expect(mayBeLate(changed(milestoned(remit, 0)), at)).toBe(true);
    expect(mayBeLate(changed(milestoned(remit, -1)), at)).toBe(false);
    expect(mayBeLate(changed(milestoned(person, 60)), at)).toBe(false);
  });

  it('are those that were written later, whenever they were obeyed', () => {
    const written: Written[] = [{ do: 'milestone', title: '1.5', because: '' }];
    const decisions = [secondsOn(60), at, undefined].map((asked) =>
      aDecision({ written, ...(asked ? { asked } : {}) }),
    );
    expect(writtenLater(decisions, at)).toEqual(written);
  });
});
