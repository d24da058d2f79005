import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NamedMilestone } from '../../src/triage/rollover.ts';
import { rolloverNamed } from '../../src/triage/rollover-named.ts';
import { aPolicy } from '../builders.ts';

const milestones: NamedMilestone[] = ['1.4', '1.5', 'Path to 2.0', '1.5 now', 'To do'].map((title, index) => ({
  number: index + 1,
  title,
  state: 'open',
}));

/** From, to, and whether it is to be done; or why not. */
function named(argument: string) {
  const asked = rolloverNamed(argument, milestones, aPolicy());
  if (asked === null) return null;
  const { rolling, now } = asked;
  return 'refused' in rolling ? rolling.refused : [rolling.from.title, rolling.to.title, now];
}

describe('what stands behind /rollover', () => {
  it.each<[string, ReturnType<typeof named>]>([
    ['1.4 to 1.5', ['1.4', '1.5', false]],
    ['  1.4   TO  1.5 ', ['1.4', '1.5', false]],
    ['"1.4" to `1.5`', ['1.4', '1.5', false]],
    ['1.5 to 1.4 now', ['1.5', '1.4', true]],
    ['1.4 to 1.5 now', ['1.4', '1.5 now', false]],
    ['1.4 to 1.5 now NOW', ['1.4', '1.5 now', true]],
    ['Path to 2.0 to To do', ['Path to 2.0', 'To do', false]],
    ['1.4 to Path to 2.0', ['1.4', 'Path to 2.0', false]],
    ['#1 to 1.5', ['1.4', '1.5', false]],
    ['1.3 to 1.5', 'no milestone is called “1.3”'],
    ['1.4', null],
    ['1.4 to', null],
    ['to 1.5', null],
    ['', null],
    [`${'a to '.repeat(200)}1.5`, null],
  ])('%j is read as %j', (argument, read) => expect(named(argument)).toEqual(read));

  it('is read whatever it is', () => {
    const part = fc.constantFrom(' to ', ' now', '1.4', '1.5', '"', ' ', '\n', 'x');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part).map((parts) => parts.join('')),
        ),
        (text) => {
          expect(() => named(text)).not.toThrow();
        },
      ),
    );
  });
});
