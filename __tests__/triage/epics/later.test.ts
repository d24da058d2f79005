import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DatedMilestone } from '../../../src/model/facts.ts';
import { isLater } from '../../../src/triage/epics/later.ts';

const due = (title: string, dueOn: string | null): DatedMilestone => ({
  id: title,
  number: 1,
  title,
  state: 'open',
  dueOn,
});
const calendar = {
  milestones: [due('spring', '2026-04-01T00:00:00Z'), due('autumn', '2026-10-01T00:00:00Z'), due('some day', null)],
  parked: ['Nebulous *'],
};

describe('of two milestones', () => {
  it.each<[string, string, boolean | null]>([
    ['1.10', '1.9', true],
    ['1.9', '1.10', false],
    ['1.4', '1.4.0', false],
    ['v2', '1.9', true],
    ['Release 2.0', 'release 1.9', true],
    ['autumn', 'spring', true],
    ['spring', 'autumn', false],
    ['spring', 'some day', null],
    ['Release 2.0', '1.9', null],
    ['Nebulous Future', '1.9', true],
    ['1.9', 'Nebulous Future', false],
    ['Nebulous Future', 'Nebulous Past', false],
  ])('“%s” against “%s”: later is %p', (one, other, expected) => {
    expect(isLater(one, other, calendar)).toBe(expected);
  });

  it('never both are the later one', () => {
    const title = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('1.2', '1.10', 'spring', 'Nebulous x', 'v1'));
    fc.assert(fc.property(title, title, (a, b) => !(isLater(a, b, calendar) && isLater(b, a, calendar))));
  });
});
