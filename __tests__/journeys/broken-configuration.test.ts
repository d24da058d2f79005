import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openStore } from '../../src/adapters/store.ts';
import { webhookPath } from '../../src/entry/app/bot.ts';
import { settle } from '../../src/entry/demo/settle.ts';
import { anEmbeddedFolder } from '../embedded-folder.ts';
import { addLabels, charter, commit, configuration, type House, open, openHouse, startBotOn } from './house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const path = '.github/remit.yml';
const broken = `${configuration}  speek: silent\n`;
const line = broken.split('\n').length - 1;
const person = () => house.as('octo-user-1');

interface Run {
  id: number;
  conclusion: string;
  output: { title: string };
}

/** What Remit says of the last commit of the default branch. */
async function runsNow(): Promise<Run[]> {
  await house.settle();
  const found = await person()<{ check_runs: Run[] }>('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    ref: 'main',
    filter: 'all',
  });
  return found.check_runs;
}

const said = async () => (await runsNow()).map(({ conclusion, output }) => [conclusion, output.title]);
const failed = [['failure', 'The configuration can’t be read']];
const mended = [['success', 'Configuration and charter can be read']];

describe('a push that breaks the configuration', () => {
  test('is told on its commit and line, and triage goes on by the last good one', async () => {
    await commit(person(), path, broken);
    expect(await said()).toEqual(failed);
    const [run] = await runsNow();
    const annotations = await person()<object[]>('GET /repos/{owner}/{repo}/check-runs/{id}/annotations', {
      id: run?.id,
    });
    expect(annotations).toMatchObject([
      { path, start_line: line, annotation_level: 'failure', message: expect.stringContaining('speek') },
    ]);
    await open(person(), 'Hello');
    await house.settle();
    expect((await house.comments(1))[0]).toMatch(/P0.*P1.*P2/);
  });

  test('is told once, though it is delivered again to a bot without a memory, which decides as before', async () => {
    await commit(person(), path, broken);
    await runsNow();
    const push = house.github.deliveries.findLast(({ event }) => event === 'push');
    const { github } = house;
    const store = await openStore({ database: { kind: 'embedded', folder: anEmbeddedFolder() } });
    const another = await startBotOn(github, store);
    try {
      github.setWebhookUrl(another.url + webhookPath);
      await github.redeliver(push!.guid);
      await open(person(), 'Hello');
      await settle(github, store.inbox);
      expect(await said()).toEqual(failed);
      expect((await house.comments(1))[0]).toMatch(/P0.*P1.*P2/);
    } finally {
      await another.stop();
      await store.close();
    }
  });

  test('is told that it is mended', async () => {
    await commit(person(), path, broken);
    await runsNow();
    await commit(person(), path, configuration.replace('P2]', 'P2, P3]'));
    expect(await said()).toEqual(mended);
    await commit(person(), path, configuration);
    expect(await said()).toEqual([]);
  });
});

test('a charter that is deleted is told likewise, and nothing is decided against anyone', async () => {
  await open(person(), 'Hello', { labels: ['area/config', 'P1'], milestone: 1 });
  await house.settle();
  const { sha } = await person()<{ sha: string }>('GET /repos/{owner}/{repo}/contents/{path}', {
    path: 'WORKING-GROUPS.md',
  });
  await person()('DELETE /repos/{owner}/{repo}/contents/{path}', { path: 'WORKING-GROUPS.md', sha, message: 'Delete' });
  expect(await said()).toEqual([['failure', 'The charter can’t be read']]);
  await open(person(), 'Of nobody', { labels: ['P1'], milestone: 1 });
  await addLabels(person(), 2, 'area/networking');
  await house.settle();
  expect([await house.comments(1), await house.comments(2)]).toEqual([[], []]);
  await person()('PUT /repos/{owner}/{repo}/contents/{path}', {
    path: 'WORKING-GROUPS.md',
    message: 'Bring it back',
    content: Buffer.from(charter).toString('base64'),
  });
  expect(await said()).toEqual(mended);
});

test('without the permission for checks nobody is told, and the rest goes on', async () => {
  const installation = [...house.github.state.installations.values()][0]!;
  delete installation.permissions.checks;
  await commit(person(), path, broken);
  await open(person(), 'Hello');
  expect(await said()).toEqual([]);
  expect((await house.comments(1))[0]).toMatch(/P0.*P1.*P2/);
  expect((await house.store.inbox.counts()).dead).toBe(0);
});
