import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { aRepository, charter, closeAll, inOrder, untidy, urgent } from './action-place.ts';

afterEach(closeAll);

const many = <Issue>(count: number, issue: Issue) => Array.from({ length: count }, () => issue);

describe('the Action on a schedule', () => {
  it('sweeps, and says what it covered, changed and found', async () => {
    const { step, writes } = await aRepository([inOrder, untidy, urgent]);
    const { failed, summary, outputs, out } = await step('schedule');
    expect([failed, writes()]).toEqual([false, 1]);
    expect(outputs).toMatchObject({ covered: '3', open: '3', wanting: '1', changed: '1', unread: '0' });
    expect(JSON.parse(outputs.report!)).toMatchObject({ ended: 'complete', changed: 1 });
    expect(summary).toMatch(/^### Open issues: 1 changed\n\n- all 3 open issues of octo-ci\/octo-repo are covered\n/);
    expect(summary).toContain('| milestone | 2 | 1 | 0 | 0 | 0 |');
    expect(summary).toContain('[#2](https://github.com/octo-ci/octo-repo/issues/2): checklist: something is missing');
    expect(out).toContain('all 3 open issues of octo-ci/octo-repo are covered');
  });

  it('writes nothing as a trial', async () => {
    const { step, writes } = await aRepository([untidy]);
    const { failed, summary, outputs } = await step('schedule', { apply: 'nothing' });
    expect([failed, writes(), outputs.wanting, outputs.changed]).toEqual([false, 0, '1', '0']);
    expect(summary).toMatch(/^### Open issues: 1 would be changed\n/);
  });

  it('fails where the budget was too small, and goes on where its folder is kept', async () => {
    const { step } = await aRepository(many(230, inOrder));
    const first = await step('schedule', { 'max-requests': '1' });
    expect(first.failed).toBe(true);
    expect(first.out).toMatch(/^::error::Not all is swept: stopped for want of budget: 100 of 230/m);
    expect(first.outputs.covered).toBe('100');
    const second = await step('schedule', {}, { root: first.root });
    expect([second.failed, second.outputs.covered]).toEqual([false, '230']);
    expect(second.out).toMatch(/going on with the sweep of .* after 100 issues/);
  });

  it('counts no issue twice that was looked at early', async () => {
    const { step } = await aRepository(many(230, inOrder));
    const { root, outputs } = await step('schedule', { 'max-requests': '2' });
    expect(outputs.covered).toBe('200');
    const second = await step('schedule', {}, { root });
    expect(second.outputs).toMatchObject({ covered: '230', open: '230' });
  });

  it('fails where GitHub does not answer', async () => {
    const { github, step } = await aRepository([inOrder]);
    github.faults.add({ operation: 'query', fault: { kind: 'status', status: 502 }, times: 50 });
    const { failed, out } = await step('schedule');
    expect([failed, out]).toEqual([true, expect.stringMatching(/^::error::.*out of order \(HTTP 502\)/m)]);
  });
});

describe('the Action on an issue', () => {
  const payload = (number: number, more: object = {}) => ({
    action: 'opened',
    issue: { number },
    repository: { name: 'octo-repo', owner: { login: 'octo-ci' } },
    sender: { login: 'octo-ci', type: 'User' },
    ...more,
  });

  it('decides on it as the App does, and says why', async () => {
    const { step, writes } = await aRepository([inOrder, untidy]);
    const { failed, summary, outputs } = await step('issues', {}, { payload: payload(2) });
    expect([failed, writes(), outputs.changed]).toEqual([false, 1, '1']);
    expect(summary).toContain(
      '### [#2](https://github.com/octo-ci/octo-repo/issues/2)\n\n- put up a checklist: something is missing\n',
    );
    expect(summary).toContain('- milestone: missing, no milestone');
    expect((await step('issues', {}, { payload: payload(2) })).outputs.changed).toBe('0');
    expect(writes()).toBe(1);
  });

  it('decides on the issue that the input names, on any event', async () => {
    const { step, writes } = await aRepository([inOrder, untidy]);
    const { failed, outputs } = await step('workflow_dispatch', { command: 'triage', issue: '2' });
    expect([failed, outputs.changed, writes()]).toEqual([false, '1', 1]);
  });

  it('says what it leaves to a sweep', async () => {
    const patient = { '.github/remit.yml': 'triage:\n  patience: 1d\n', 'WORKING-GROUPS.md': charter };
    const { step, writes } = await aRepository([untidy], { files: patient });
    const { failed, out } = await step('issues', {}, { payload: payload(1) });
    expect([failed, writes()]).toEqual([false, 0]);
    expect(out).toMatch(/^There is more to do from \d{4}-.* on: a run on `schedule` does it\.$/m);
  });

  it('has nothing to do where nothing can have changed', async () => {
    const { github, step } = await aRepository([untidy]);
    const { failed, out } = await step('issues', {}, { payload: payload(1, { action: 'pinned' }) });
    expect([failed, out]).toEqual([false, 'Nothing to do: an issue that is pinned needs nothing else.\n']);
    expect(github.requests).toEqual([]);
  });
});

describe('the Action’s gate', () => {
  it('fails while something that must be done is open, and lists it', async () => {
    const { step } = await aRepository([inOrder, urgent]);
    const { failed, out, summary, outputs } = await step('push', { command: 'gate', milestone: '1.4' });
    expect([failed, outputs.passed, outputs.open]).toEqual([true, 'false', '2']);
    expect(out).toMatch(/^::error::“1\.4” is not achieved: of 2 open issues, 1 of the most urgent priority\.$/m);
    expect(summary).toMatch(
      /\| \[#2\]\(http.*\/octo-ci\/octo-repo\/issues\/2\) \| `P0` is open \| docs \| It &#60;b&#62;burns/,
    );
    expect(summary).not.toMatch(/<b>|@octo-ci/);
  });

  it('passes when nothing is', async () => {
    const { step } = await aRepository([inOrder]);
    const { failed, summary, outputs } = await step('schedule', { command: 'gate', milestone: '1.4' });
    expect([failed, outputs.passed]).toEqual([false, 'true']);
    expect(summary).toBe('### Milestone\n\n`1.4` is achieved: 1 open issue, none of which must be done.\n');
  });

  it('fails where it can’t be known', async () => {
    const { step } = await aRepository([inOrder], {
      files: { '.github/remit.yml': 'charter:\n  documents: [NO.md]\n' },
    });
    const { failed, outputs } = await step('push', { command: 'gate', milestone: '1.4' });
    expect([failed, outputs.passed]).toEqual([true, 'unknown']);
  });
});

describe('the Action’s report', () => {
  it('stands in the summary, and as JSON in the output', async () => {
    const { step } = await aRepository([inOrder, untidy]);
    const { failed, summary, outputs } = await step('workflow_dispatch', { command: 'report' });
    expect([failed, outputs.covered]).toEqual([false, '2']);
    expect(summary).toMatch(/^### Open issues of octo-ci\/octo-repo\n/);
    expect(JSON.parse(outputs.report!)).toMatchObject({ complete: true, open: 2 });
  });

  it('fails where it is not of all issues', async () => {
    const { step } = await aRepository(many(130, inOrder));
    const { failed, out } = await step('schedule', { command: 'report', 'max-requests': '1' });
    expect([failed, out]).toEqual([
      true,
      expect.stringMatching(/^::error::The report is not of all issues: 100 of 130/m),
    ]);
  });
});

describe('the Action', () => {
  it.each<[string, string, Record<string, string>, RegExp]>([
    ['a command that there is not', 'push', { command: 'swep' }, /no command “swep”; use auto, check, triage, sweep/],
    ['a gate of no milestone', 'push', { command: 'gate' }, /give the input `milestone`/],
    [
      'a milestone that there is not',
      'push',
      { command: 'gate', milestone: '1.40' },
      /called “1\.40”: did you mean “1\.4”\?/,
    ],
    ['an issue that is none', 'push', { command: 'triage', issue: 'x' }, /issue must be the number/],
    ['a budget that is none', 'schedule', { 'max-requests': '-1' }, /max-requests must be a number up to/],
    ['something that can’t be applied', 'schedule', { apply: 'some' }, /apply must be one of all, labels, nothing/],
    ['no token', 'schedule', { token: '' }, /the step has no token/],
  ])('says what is wrong with %s', async (_, event, inputs, said) => {
    const { step } = await aRepository([]);
    const { failed, out } = await step(event, inputs);
    expect([failed, out]).toEqual([true, expect.stringMatching(said)]);
  });

  it('has every input and output that is read or set in action.yml', () => {
    const declared = readFileSync('action.yml', 'utf8');
    for (const name of [
      'milestone',
      'issue',
      'apply',
      'max-requests',
      'max-share',
      'covered',
      'open',
      'passed',
      'renamed',
    ])
      expect(declared).toMatch(new RegExp(`^ {2}${name}:$`, 'm'));
  });
});
