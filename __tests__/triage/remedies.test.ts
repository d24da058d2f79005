import { describe, expect, it } from '@jest/globals';
import { known } from '../../src/model/known.ts';
import type { Policy } from '../../src/model/policy.ts';
import { decide } from '../../src/triage/decide.ts';
import { aCharter, anIssue, aPolicy } from '../builders.ts';

/** By requirement, what an issue is said to need. */
function remedies(commands: Partial<Policy['commands']> = {}, parts: Parameters<typeof anIssue>[0] = {}) {
  const policy = aPolicy({ commands: { families: { area: 'area/*' }, ...commands } });
  const plan = decide({
    issue: anIssue(parts),
    charter: known(aCharter()),
    policy,
    links: {},
    now: '2026-06-01T00:00:00.000Z',
    installedAt: null,
  });
  return Object.fromEntries(plan.verdicts.map(({ requirement, remedy }) => [requirement, remedy]));
}

describe('the remedy of a line of the checklist', () => {
  it('is the command that mends it', () => {
    expect(remedies()).toMatchObject({
      owner: expect.stringMatching(/^type `\/area [\w-]+`.* or `\/area [\w-]+`$/),
      milestone: 'type `/milestone <title>`, or set an open milestone in the sidebar',
      priority: 'type `/priority P0`, `/priority P1`, `/priority P2` or `/priority >P2`',
    });
    expect(remedies({}, { labels: ['area/dosc', 'P0', 'P1'] })).toMatchObject({
      owner: 'type `/area docs` instead',
      priority: 'leave only one of them: type `/priority <value>`',
    });
  });

  it('is none where commands are switched off, or left to another bot', () => {
    const without = {
      owner: expect.stringMatching(/^add the label of a group, such as “area\//),
      milestone: 'set an open milestone in the sidebar',
      priority: 'add one of the labels “P0”, “P1”, “P2” or “>P2”',
    };
    expect(remedies({ enabled: false })).toMatchObject(without);
    expect(remedies({ who: { area: [], milestone: [], priority: [] } })).toMatchObject(without);
    expect(remedies({ families: {} }).owner).toMatch(/^add the label/);
  });
});
