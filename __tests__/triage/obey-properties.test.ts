import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IssueFacts } from '../../src/model/facts.ts';
import { afterEffects } from '../../src/triage/after-effects.ts';
import { anIssue } from '../builders.ts';
import { obeyed } from './asking.ts';

const command = fc.constantFrom(
  ...['/area docs', '/area Networking, docs', '/remove-area docs', '/kind bug', '/remove-kind bug', '/label bug'],
  ...['/priority P0', '/priority P1', '/remove-priority P0', '/milestone 1.4', '/milestone 1.5', '/milestone clear'],
  ...['/epic #4', '/epic clear', '/assign @octo-user-1', '/unassign @octo-user-1 @octo-lead-1', '/assign @octo-lead-1'],
  ...['/close', '/close not-planned', '/reopen', '/retitle Gateway', '/retitle Proxy', '/lifecycle frozen'],
  ...['/triage accepted', '/area nowhere', '/milestnoe 1.4', '/lgtm', '/why'],
);
const comment = fc.array(command, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'));

const issue = fc
  .record({
    labels: fc.subarray(['area/docs', 'area/networking', 'kind/bug', 'bug', 'P0', 'P1', 'needs-triage', 'octo']),
    milestone: fc.constantFrom(null, '1.4', '1.5', '1.3'),
    assignees: fc.subarray(['octo-user-1', 'octo-lead-1', 'octo-user-9']),
    state: fc.constantFrom('open' as const, 'closed' as const),
    title: fc.constantFrom('Gateway', 'The gateway drops connections'),
  })
  .map((parts) => anIssue(parts));

/** What of an issue commands can change. */
const gist = ({ labels, milestone, assignees, state, title, ancestry }: IssueFacts) => ({
  labels: labels.map(({ name }) => name).sort(),
  milestone: milestone?.title ?? null,
  assignees: [...assignees].sort(),
  state,
  title,
  parent: ancestry.parents[0]?.ref.number ?? null,
});

describe('any commands on any issue', () => {
  it('come to the same as when each is obeyed by itself, one after the other', () => {
    fc.assert(
      fc.property(comment, issue, (text, before) => {
        const together = afterEffects(before, obeyed(text, { issue: before }).effects);
        const apart = text
          .split('\n')
          .reduce((state, line) => afterEffects(state, obeyed(line, { issue: state }).effects), before);
        expect(gist(together)).toEqual(gist(apart));
      }),
    );
  });

  it('change nothing when they are given again', () => {
    fc.assert(
      fc.property(comment, issue, (text, before) => {
        const after = afterEffects(before, obeyed(text, { issue: before }).effects);
        expect(obeyed(text, { issue: after }).effects).toEqual([]);
      }),
    );
  });

  it('leave what they don’t name as it is', () => {
    fc.assert(
      fc.property(comment, issue, (text, before) => {
        const after = gist(afterEffects(before, obeyed(text, { issue: before }).effects));
        const { labels, assignees } = gist(before);
        expect(after.labels.includes('octo')).toBe(labels.includes('octo'));
        expect(after.assignees.includes('octo-user-9')).toBe(assignees.includes('octo-user-9'));
      }),
    );
  });
});
