import { describe, expect, it } from '@jest/globals';
import type { Decision, TurnInBrief } from '../../src/model/decision.ts';
import type { Change } from '../../src/model/facts.ts';
import type { Verdict } from '../../src/model/plan.ts';
import { storyOf } from '../../src/triage/story.ts';
import { afterWhat, leftWhat, sentenceOf } from '../../src/triage/story-words.ts';
import { aDecision } from '../builders.ts';

const lead = { login: 'octo-lead-1', kind: 'person' } as const;
const ourselves = { login: 'remit[bot]', kind: 'program' } as const;
const noMilestone: Verdict = { requirement: 'milestone', status: 'missing', message: 'no milestone', cites: [] };
const because = 'the form says so';

const labeled = (label: string, by: Change['by'] = lead): Change => ({
  what: 'labeled',
  label,
  by,
  at: '2026-05-02T00:00:00.000Z',
});
const withChanges = (changes: Change[], parts: Partial<Decision> = {}): Decision =>
  aDecision({ ...parts, facts: { ...aDecision().facts, changes } });
const sentences = (decisions: Decision[]): string[] => storyOf(decisions).map(sentenceOf);

describe('the story of an issue', () => {
  it('begins with who opened it', () => {
    expect(sentences([aDecision()])[0]).toBe('octo-user-1 opened the issue');
  });

  it('is empty where nothing is kept', () => {
    expect(storyOf([])).toEqual([]);
  });

  it('tells what people did before what was decided on it', () => {
    const after = withChanges([labeled('P1')], { written: [], verdicts: [noMilestone] });
    expect(sentences([aDecision(), after]).slice(2)).toEqual([
      'octo-lead-1 added the label “P1”',
      'Remit looked again, and had nothing to write',
    ]);
  });

  it('tells who closed, reopened and renamed it, among what else happened', () => {
    const turn = (what: TurnInBrief['what'], second: number, by: Change['by'] = lead): TurnInBrief => ({
      what,
      by,
      at: `2026-05-02T00:00:0${second}.000Z`,
    });
    const facts = { ...aDecision().facts, changes: [{ ...labeled('P1'), at: '2026-05-02T00:00:02.000Z' }] };
    const turns = [turn('retitled', 1), turn('closed', 3), turn('reopened', 4)];
    expect(sentences([aDecision({ facts: { ...facts, turns } })]).slice(1, 5)).toEqual([
      'octo-lead-1 changed the title',
      'octo-lead-1 added the label “P1”',
      'octo-lead-1 closed the issue',
      'octo-lead-1 reopened the issue',
    ]);
    const closing = aDecision({ written: [{ do: 'state', to: 'closed', as: 'completed', of: null, because }] });
    const own = aDecision({ written: [], facts: { ...aDecision().facts, turns: [turn('closed', 1, ourselves)] } });
    expect(sentences([closing, own]).slice(1, 2)).toEqual(['Remit closed it as completed']);
    expect(sentences([closing, own])).not.toContain('remit[bot] closed the issue');
  });

  it('tells of a decision only what is new in it, and all that is open', () => {
    const { verdicts } = aDecision();
    const [, , second] = storyOf([aDecision(), aDecision({ verdicts: [...verdicts, noMilestone] })]);
    expect(second).toMatchObject({ verdicts: [noMilestone], open: ['owner', 'milestone'] });
  });

  it('names the files that governed once, until they change', () => {
    const configuration = { '.github/remit.yml': 'https://github.com/o/r/blob/c0ffee/.github/remit.yml' };
    const charter = { 'WORKING-GROUPS.md': 'https://github.com/o/r/blob/c0ffee/WORKING-GROUPS.md' };
    const other = { 'WORKING-GROUPS.md': 'https://github.com/o/r/blob/beef/WORKING-GROUPS.md' };
    const governedBy = { ...configuration, ...charter };
    const told = storyOf(
      [governedBy, governedBy, { ...configuration, ...other }].map((each) => aDecision({ governedBy: each })),
    );
    expect(told.flatMap((event) => ('governedBy' in event ? [event.governedBy] : []))).toEqual([governedBy, {}, other]);
  });

  it('tells what Remit wrote once, with its reason, though the timeline has it too', () => {
    const wrote = aDecision({ written: [{ do: 'label', add: ['area/docs'], remove: [], because }] });
    const next = withChanges([labeled('area/docs', ourselves), labeled('area/docs')], { written: [] });
    expect(sentences([wrote, next]).slice(1, 3)).toEqual([
      'Remit added the label “area/docs”',
      'octo-lead-1 added the label “area/docs”',
    ]);
  });

  it('tells once that Remit took its checklist away, and of everybody else who did', () => {
    const takenAway = aDecision({ written: [{ do: 'checklist', written: 'taken away', because }] });
    const deleted = (by: Change['by']): Change => ({ what: 'own comment deleted', by, at: '2026-05-02T00:00:00.000Z' });
    const next = withChanges([deleted(ourselves), deleted(lead)], { written: [] });
    expect(sentences([takenAway, next]).slice(1, 3)).toEqual([
      'Remit took its checklist away',
      'octo-lead-1 deleted a comment of Remit’s',
    ]);
  });

  it('tells what was left to people once, and why', () => {
    const change = { do: 'label', add: ['area/docs'], remove: [], because } as const;
    const withheld = [{ change: { ...change, add: [...change.add], remove: [] }, because: 'octo-lead-1 took it off' }];
    const left = storyOf([aDecision({ withheld }), aDecision({ withheld })]).flatMap((event) =>
      'withheld' in event ? [event.withheld.map(leftWhat)] : [],
    );
    expect(left).toEqual([['adding the label “area/docs”, since octo-lead-1 took it off'], []]);
  });

  it('says why nothing may be written', () => {
    expect(sentences([aDecision({ written: [], hold: 'the issue is closed' })])[1]).toBe(
      'Remit wrote nothing: the issue is closed',
    );
  });

  it('puts what is somebody’s text on one line, with nothing invisible in it', () => {
    const [, changed] = sentences([withChanges([labeled('a\n\u202eb\u001b[31m')])]);
    expect(changed).toBe('octo-lead-1 added the label “a b[31m”');
  });
});

describe('what made Remit look', () => {
  it.each([
    [{ event: 'push', by: 'octo-lead-1' }, 'after octo-lead-1 pushed to the default branch'],
    [{ event: 'issue_comment.created', by: 'octo-user-1' }, 'after octo-user-1 commented'],
    [{ event: 'issues.of_tomorrow', by: null }, 'after somebody caused “issues.of_tomorrow”'],
    [null, 'since the time for it had come'],
  ])('is told of %j', (cause, text) => expect(afterWhat(cause)).toBe(text));
});
