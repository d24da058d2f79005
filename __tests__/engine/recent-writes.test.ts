import { describe, expect, it } from '@jest/globals';
import { createRecentWrites } from '../../src/engine/recent-writes.ts';
import type { Change } from '../../src/model/facts.ts';
import { known, unknown } from '../../src/model/known.ts';
import type { Effect } from '../../src/model/plan.ts';
import { anIssue } from '../builders.ts';
import { person } from '../triage/history.ts';

const checklist = (body: string | null): Effect => ({ do: 'checklist', body, because: '' });
const reply = (body: string | null): Effect => ({ do: 'reply', in: body === null ? 'IC_2' : null, body, because: '' });

describe('comments that were written a moment ago', () => {
  const issue = anIssue();

  it.each([
    ['a checklist', checklist('Missing'), checklist(null)],
    ['an answer', reply('No.'), reply(null)],
  ])('tell that %s would be written twice, until it was taken away', (_, put, take) => {
    const recent = createRecentWrites({ now: () => new Date(0) });
    expect(recent.has(issue, [put])).toBe(false);
    recent.note(issue, [put]);
    expect(recent.has(issue, [put])).toBe(true);
    recent.note({ ...issue, ref: { ...issue.ref, number: 2 } }, [take]);
    expect(recent.has(issue, [put])).toBe(true);
    recent.note(issue, [take]);
    expect(recent.has(issue, [put])).toBe(false);
  });

  it('tell no such thing once one of ours was deleted since, whoever did it', () => {
    const recent = createRecentWrites({ now: () => new Date(0) });
    const deleted: Change = { what: 'own comment deleted', by: person, at: '2026-01-02T00:00:00Z' };
    recent.note(anIssue({ history: known([deleted]) }), [checklist('Missing')]);
    expect(recent.has(anIssue({ history: known([deleted]) }), [checklist('Missing')])).toBe(true);
    expect(recent.has(anIssue({ history: unknown('it was not read') }), [checklist('Missing')])).toBe(true);
    expect(recent.has(anIssue({ history: known([deleted, deleted]) }), [checklist('Missing')])).toBe(false);
  });
});
