import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { charter, configuration } from './house.ts';
import { aRepositoryToMergeIn, called, configurationNow, type Merging, path } from './merging.ts';

let at: Merging;
beforeEach(async () => {
  at = await aRepositoryToMergeIn();
});
afterEach(() => at.github.close());

describe('the Action on a push that can’t be carried out', () => {
  it('renames nothing while the document can’t be read, and says so', async () => {
    const push = await at.merge('# Nothing that could be read as a charter\n');
    const { failed, out, writes, summary } = await at.run(push);
    expect([failed, writes]).toEqual([true, []]);
    expect(summary).toMatch(/^### Nothing is carried out\n\nWhat changed is not known: WORKING-GROUPS\.md is no/);
    expect(out).toMatch(/^::error::nothing is carried out, since what changed is not known: WORKING-GROUPS\.md is no/m);
  });

  it('makes up for it once it can be read', async () => {
    await at.run(await at.merge('# Nothing that could be read as a charter\n'));
    await at.run(await at.merge('# Nothing yet\n'));
    const { failed, outputs } = await at.run(await at.merge(called('Settings')));
    expect([failed, outputs.renamed, at.carrying('area/settings')]).toEqual([false, '1', 4]);
  });

  it('is green once it is as it was before, and has looked at the issues again', async () => {
    await at.run(await at.merge('# Nothing that could be read as a charter\n'));
    const { failed, out, writes } = await at.run(await at.merge(charter));
    expect([failed, writes, out]).toEqual([
      false,
      [],
      expect.stringMatching(/no label gets another name\nall 12 open/),
    ]);
  });

  it('makes up for a run that was cancelled, where its folder is kept', async () => {
    const { root } = await at.run(await at.merge(`${charter}\nMore.\n`));
    await at.merge(called('Settings'));
    await at.run(await at.merge(`${called('Settings')}\nMore.\n`), {}, { root });
    expect([at.labels().includes('area/settings'), at.carrying('area/settings')]).toEqual([true, 4]);
  });

  it.each([
    ['the configuration has faults', 'triage: 7\n'],
    ['the configuration names no document', 'charter:\n  documents: [GONE.md]\n'],
  ])('does nothing while %s', async (_, text) => {
    const { failed, writes, out } = await at.run(await at.merge(text, '.github/remit.yml'));
    expect([failed, writes]).toEqual([true, []]);
    expect(out).toMatch(/^::error::nothing is carried out, since what changed is not known: /m);
  });

  it('is not green when the budget is too small, and goes on where its folder is kept, in a later sweep, too', async () => {
    await at.github.close();
    at = await aRepositoryToMergeIn(230);
    await at.ask('POST', '/labels', { name: 'area/settings', color: 'c0ffee' });
    const push = await at.merge(called('Settings'));
    const first = await at.run(push, { 'max-requests': '1' });
    expect(first.out).toMatch(/^::error::Not all is swept: stopped for want of budget: 100 of 230/m);
    const again = await at.run(push, { 'max-requests': '1' }, { root: first.root });
    expect([again.failed, again.outputs.covered]).toEqual([true, '200']);
    const sweep = await at.run({}, {}, { event: 'schedule', root: first.root });
    expect([sweep.failed, sweep.outputs.covered, at.carrying('area/settings')]).toEqual([false, '230', 77]);
    const last = await at.run(push, {}, { root: first.root });
    expect([last.failed, last.out]).toEqual([false, expect.stringContaining('Nothing to do: nothing that governs')]);
  });
});

describe('the Action on another push', () => {
  it('has nothing to do where nothing that governs has changed', async () => {
    const push = await at.merge(`${configurationNow}# a remark\n`, '.github/remit.yml');
    const { failed, out, writes, summary } = await at.run(push);
    expect([failed, writes, summary]).toEqual([false, [], '']);
    expect(out).toContain('Nothing to do: nothing that governs issues has changed.');
  });

  it('asks GitHub nothing on another branch', async () => {
    const push = { ...(await at.merge(called('Settings'))), ref: 'refs/heads/other' };
    const before = at.github.requests.length;
    const { out } = await at.run(push);
    expect([at.github.requests.length, out]).toEqual([before, 'Nothing to do: only the default branch governs.\n']);
  });

  it('checks where there is a checkout, unless it is told to carry out', async () => {
    const push = await at.merge(called('Settings'));
    const files = { [path]: called('Settings') };
    await at.run(push, {}, { files });
    expect(at.labels()).toContain('area/config');
    await at.run(push, { command: 'triage' }, { files });
    expect(at.labels()).toContain('area/settings');
  });

  it('knows no change on an event that has none', async () => {
    const { failed, out } = await at.run({}, { command: 'carry-out' }, { event: 'workflow_dispatch' });
    expect([failed, out]).toEqual([true, expect.stringMatching(/goes by the commits before and after a push/)]);
  });

  it('leaves issues from before Remit without a comment', async () => {
    await at.github.close();
    at = await aRepositoryToMergeIn(3);
    const text = configuration.replace('triage:', 'triage:\n  since: 2026-03-01').replace('P2]', 'P2, P3]');
    await at.ask('PATCH', '/issues/1', { milestone: null });
    const { outputs } = await at.run(await at.merge(text, '.github/remit.yml'));
    expect([outputs.covered, outputs.changed, at.comments()]).toEqual(['3', '0', 0]);
  });
});
