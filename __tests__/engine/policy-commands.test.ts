import { describe, expect, it } from '@jest/globals';
import { problemsOf } from './configurations.ts';

const who =
  'must be `anyone`, `author`, `assignee`, `leads`, `any-lead`, `triage`, `write`, `maintain`, `admin` or a team';

describe('a configuration of commands is refused', () => {
  it.each([
    ['for a command that there is not', 'who: { milestnoe: leads }', '“milestnoe”; did you mean `milestone`?'],
    [
      'for a family that there is not',
      'families: [area]\n  who: { kind: anyone }',
      '`commands.who` has no setting “kind”',
    ],
    ['for people that there are not', 'who: { milestone: everyone }', who],
    ['for a team that is none', 'who: { milestone: [leads, "team:a b"] }', who],
    [
      'for a family that is another command',
      'families: [milestone]',
      'a name in small letters, such as `area`, that is no other command',
    ],
    ['for a family in capitals', 'families: [Area]', 'a name in small letters'],
    ['for a family that takes off', 'families: [remove-area]', 'a name in small letters'],
    [
      'for a label without a place for a name',
      'families: { area: area }',
      'a label with one `*` and something else in it',
    ],
    ['for a login that is none', 'bots: ["a b"]', 'a login such as'],
    ['for a word instead of yes or no', 'enabled: never', '`commands.enabled` must be `true` or `false`'],
  ])('%s', (_, text, message) => {
    const problems = problemsOf(`commands:\n  ${text}\n`);
    expect(problems.map((each) => each.message)).toEqual([expect.stringContaining(message)]);
  });
});
