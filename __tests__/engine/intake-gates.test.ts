import { describe, expect, it } from '@jest/globals';
import { jobsOf } from '../../src/engine/intake.ts';

const repository = { name: 'octo-repo', owner: { login: 'octo-org' } };
const gates = { kind: 'gates', repository: { owner: 'octo-org', name: 'octo-repo' } };

/** What a delivery brings to be done, by id. */
const unitsOf = (name: string, payload: object, ownLogin: string | null = null) =>
  jobsOf({ guid: 'g', name, payload: { repository, installation: { id: 7 }, ...payload } }, { ownLogin }).jobs.map(
    ({ id, unit }) => [id, unit],
  );

describe('pull requests that wait for a milestone are looked at', () => {
  it.each(['opened', 'reopened', 'synchronize', 'edited', 'labeled', 'unlabeled', 'milestoned', 'demilestoned'])(
    'one by one when one is %s',
    (action) =>
      expect(unitsOf('pull_request', { action, number: 9 })).toContainEqual(['g/gates', { ...gates, number: 9 }]),
  );

  it.each(['assigned', 'closed', 'review_requested', 'locked'])('not when one is %s', (action) => {
    expect(unitsOf('pull_request', { action, number: 9 })).toEqual([]);
  });

  it.each(['closed', 'deleted', 'transferred'])('when an issue of a milestone is %s, whoever did it', (action) => {
    const issue = { number: 12, milestone: { title: '1.4' } };
    const sender = { login: 'remit[bot]', type: 'Bot' };
    expect(unitsOf('issues', { action, issue })).toEqual([['g/gates', gates]]);
    expect(unitsOf('issues', { action, issue, sender }, 'remit[bot]')).toEqual([['g/gates', gates]]);
    expect(unitsOf('issues', { action, issue: { number: 12, milestone: null } })).toEqual([]);
  });

  it.each([
    ['created', {}],
    ['closed', {}],
    ['opened', {}],
    ['deleted', {}],
    ['edited', { changes: { title: { from: '1.3' } } }],
  ])('when a milestone is %s', (action, more) => {
    const units = unitsOf('milestone', { action, milestone: { title: '1.4' }, ...more });
    expect(units).toContainEqual(['g/gates', gates]);
  });

  it('when somebody asks for the check once more', () => {
    const asked = (pulls: object[]) => ({ action: 'rerequested', check_run: { pull_requests: pulls } });
    expect(unitsOf('check_run', asked([{ number: 9 }]))).toEqual([['g/gates', { ...gates, number: 9 }]]);
    expect(unitsOf('check_run', asked([]))).toEqual([['g/gates', gates]]);
    expect(unitsOf('check_run', { ...asked([]), action: 'completed' })).toEqual([]);
  });
});
