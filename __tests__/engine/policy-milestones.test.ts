import { describe, expect, it } from '@jest/globals';
import { printPolicy } from '../../src/engine/policy.ts';
import { policyOf, problemsOf } from './configurations.ts';

describe('a configuration of milestones', () => {
  const text = `milestones:
  gate:
    labels: release
    branches: ['release-{milestone}', 'hotfix/{milestone}']
    title: v{milestone}
  closed-early: reopen
`;

  it('says which pull requests wait, and what becomes of a milestone that is closed early', () => {
    expect(policyOf(text).milestones).toEqual({
      gate: {
        labels: ['release'],
        branches: ['release-{milestone}', 'hotfix/{milestone}'],
        title: 'v{milestone}',
      },
      closedEarly: 'reopen',
    });
  });

  it('is the same when it is printed and read again', () => {
    expect(policyOf(printPolicy(policyOf(text)))).toEqual(policyOf(text));
  });

  it.each([
    [
      'for a pattern with another place',
      "gate: { branches: ['release-{version}'] }",
      'a name with at most one `{milestone}`',
    ],
    ['for two places', "gate: { labels: '{milestone}{milestone}' }", 'a name with at most one `{milestone}`'],
    ['for a title without a place', 'gate: { title: v1 }', 'a title with one `{milestone}` in it'],
    ['for what can’t be done', 'closed-early: delete', '`report`, `reopen` or `ignore`'],
    ['for a misspelt setting', 'gate: { label: x }', 'did you mean `labels`?'],
  ])('is refused %s', (_, part, message) => {
    const problems = problemsOf(`milestones:\n  ${part}\n`);
    expect(problems.map((each) => each.message)).toEqual([expect.stringContaining(message)]);
  });
});
