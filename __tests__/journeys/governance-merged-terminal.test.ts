import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { remit } from '../entry/terminal.ts';
import { aRepository } from '../repository.ts';
import { charter } from './house.ts';
import { aRepositoryToMergeIn, called, configurationNow, type Merging, path } from './merging.ts';

let at: Merging;
let clone: ReturnType<typeof aRepository>;
beforeEach(() => start());
afterEach(() => at.github.close());

async function start(issues?: number): Promise<void> {
  at = await aRepositoryToMergeIn(issues);
  clone = aRepository();
  clone.write({ [path]: charter, '.github/remit.yml': configurationNow, '.gitignore': '.remit\n' });
  clone.commit();
}

/** Commits a version of the charter here, as a pull request's merge has it. */
function commitHere(text: string): void {
  clone.write({ [path]: text });
  clone.commit();
}

async function mergeAndPull(text: string): Promise<void> {
  await at.merge(text);
  commitHere(text);
}

async function impact(...args: string[]) {
  const before = at.github.requests.length;
  const ran = await remit(clone.root, ['impact', '--base', 'HEAD~1', ...args], at.env);
  return { ...ran, writes: at.writesSince(before) };
}

describe('remit impact --apply', () => {
  it('renames the label of a group with a new name, and sweeps the issues, which keep it', async () => {
    const before = at.nodeId('area/config');
    await mergeAndPull(called('Settings'));
    const { code, out, writes } = await impact('--apply');
    expect([code, writes]).toEqual([0, [expect.stringMatching(/^PATCH .*labels/)]]);
    expect(out).toMatch(/^Config is called Settings now/);
    expect(out).toMatch(/^“area\/config” is renamed to “area\/settings”, and stays on its issues$/m);
    expect(out).toMatch(/^all 12 open issues of octo-org\/octo-repo are covered$/m);
    expect([at.nodeId('area/settings'), at.carrying('area/settings'), at.comments()]).toEqual([before, 4, 0]);
  });

  it('writes nothing without --apply, and tells the same', async () => {
    await mergeAndPull(called('Settings'));
    const { code, out, writes } = await impact();
    expect([code, writes, at.labels().includes('area/config')]).toEqual([0, [], true]);
    expect(out).toMatch(/^“area\/config” is renamed to “area\/settings” once this is merged$/m);
  });

  it('does nothing a second time, and is undone after a revert', async () => {
    await mergeAndPull(called('Settings'));
    await impact('--apply');
    const again = await impact('--apply');
    expect([again.code, again.writes]).toEqual([0, []]);
    expect(again.out).toMatch(/^no label gets another name$/m);
    await mergeAndPull(charter);
    await impact('--apply');
    expect([at.labels().includes('area/config'), at.carrying('area/config')]).toEqual([true, 4]);
  });

  it('gives issues the label that there is already, and prints it in the published shape', async () => {
    await at.ask('POST', '/labels', { name: 'area/settings', color: 'c0ffee' });
    await mergeAndPull(called('Settings'));
    const { code, out } = await impact('--apply', '--json');
    const report = JSON.parse(out);
    const schema = JSON.parse(readFileSync('schema/impact.json', 'utf8'));
    expect([code, new Ajv2020().compile(schema)(report)]).toEqual([0, true]);
    expect(report.sweep).toMatchObject({
      ended: 'complete',
      changed: 4,
      change: { labels: { renamed: [], joined: [{ from: 'area/config', to: 'area/settings' }] } },
    });
    expect([at.carrying('area/config'), at.carrying('area/settings')]).toEqual([4, 4]);
  });

  it('refuses what is not merged yet', async () => {
    commitHere(called('Settings'));
    const { code, err, writes } = await impact('--apply');
    expect([code, writes]).toEqual([2, []]);
    expect(err).toMatch(/what governs here is not what governs on the default branch of octo-org\/octo-repo; merge it/);
  });

  it('claims and does nothing where the document can’t be read, here or there', async () => {
    await mergeAndPull('# Nothing that could be read as a charter\n');
    const both = await impact('--apply');
    expect([both.code, both.out, both.writes]).toEqual([3, expect.stringMatching(/^the effect is not known: /), []]);
    commitHere(called('Settings'));
    const there = await remit(clone.root, ['impact', '--base', 'HEAD~2', '--apply'], at.env);
    expect([there.code, there.err]).toEqual([
      3,
      expect.stringMatching(/on the default branch, WORKING-GROUPS\.md is no/),
    ]);
  });

  it('says where the token may not, and touches no issue', async () => {
    await mergeAndPull(called('Settings'));
    const token = at.github.as('octo-lead-2', { readOnly: true }).token;
    const args = ['impact', '--base', 'HEAD~1', '--apply'];
    const { code, err } = await remit(clone.root, args, { ...at.env, GITHUB_TOKEN: token });
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/does not let this token rename “area\/config” .*`issues: write`/),
    ]);
  });

  it('does nothing where nothing that governs has changed', async () => {
    await mergeAndPull(`${charter}\nMore.\n`);
    const { code, out, writes } = await impact('--apply');
    expect([code, out, writes]).toEqual([0, 'nothing that governs issues has changed\n', []]);
  });

  it('is not green where its budget is too small, and a sweep goes on', async () => {
    await at.github.close();
    await start(130);
    await at.ask('POST', '/labels', { name: 'area/settings', color: 'c0ffee' });
    await mergeAndPull(called('Settings'));
    const first = await impact('--apply', '--max-requests', '1');
    expect([first.code, first.out]).toEqual([1, expect.stringMatching(/100 of 130 .*; `remit sweep` goes on$/m)]);
    const second = await remit(clone.root, ['sweep'], at.env);
    expect([second.code, at.carrying('area/settings')]).toEqual([0, 44]);
  });

  it('says in its help how', async () => {
    const { code, out } = await remit(clone.root, ['impact', '--help']);
    expect([code, out]).toEqual([0, expect.stringMatching(/remit impact --base HEAD~1 --apply$/m)]);
  });
});
