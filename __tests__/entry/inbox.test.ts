import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { openStore } from '../../src/adapters/store.ts';
import { anEmbeddedFolder } from '../embedded-folder.ts';
import { remit } from './terminal.ts';

const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('schema/inbox.json', 'utf8')));

describe('remit inbox', () => {
  const folder = anEmbeddedFolder();
  const inbox = (...args: string[]) => remit('.', ['inbox', ...args], { REMIT_DATA: folder });

  beforeAll(async () => {
    const database = { kind: 'embedded' as const, folder };
    const store = await openStore({ database, retries: { limit: 0, delaySeconds: 0 } });
    const ref = { owner: 'octo-org', repository: 'octo-repo', number: 1 };
    const repository = { owner: 'octo-org', name: 'octo-repo' };
    const cause = { event: 'issues.opened', by: 'octo-user-1' };
    await store.inbox.put([{ id: 'dead-1', installation: 7, unit: { kind: 'issue', ref }, cause }]);
    await store.inbox.put([{ id: 'dead-2', installation: 7, unit: { kind: 'issues', repository } }]);
    await store.inbox.work(async () => {
      throw new Error('GitHub\nfailed');
    });
    await store.inbox.idle();
    const later = { id: 'later-1', installation: 7, unit: { kind: 'issue' as const, ref } };
    await store.inbox.put([{ ...later, after: '2999-01-01T00:00:00.000Z' }]);
    await store.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lists what could not be done and why, and what is still to be done', async () => {
    const { code, out } = await inbox();
    expect(code).toBe(0);
    expect(out).toMatch(/^2 dead, 0 running, 0 waiting\n/);
    expect(out).toMatch(/dead +dead-1 +octo-org\/octo-repo#1 +1 .* GitHub failed\n/);
    expect(out).toMatch(/dead +dead-2 +octo-org\/octo-repo \(issues\)/);
    expect(out).toMatch(/later +later-1 .* 2999-01-01 00:00/);
  });

  it('lists it in the published shape', async () => {
    const listed = JSON.parse((await inbox('--json')).out);
    expect([validate(listed), validate.errors]).toEqual([true, null]);
    expect(listed.jobs[0]).toMatchObject({ id: 'dead-1', cause: 'issues.opened', tries: 1 });
  });

  it('puts back one dead job, or all', async () => {
    expect(await inbox('retry', 'dead-1')).toMatchObject({ code: 0, out: '1 job put back\n' });
    expect((await inbox()).out).toMatch(/^1 dead, 0 running, 1 waiting\n/);
    expect(await inbox('retry', 'dead-1')).toMatchObject({ code: 1, out: '0 jobs put back\n' });
    expect(await inbox('retry', '--all')).toMatchObject({ code: 0, out: '1 job put back\n' });
  });

  it('drops jobs for good', async () => {
    expect(await inbox('drop', 'later-1', 'unknown')).toMatchObject({ code: 0, out: '1 job dropped\n' });
    expect((await inbox()).out).not.toContain('later-1');
    expect((await inbox('drop', 'later-1')).code).toBe(1);
  });

  it('refuses to guess which jobs are meant', async () => {
    expect(await inbox('retry')).toMatchObject({ code: 2, err: expect.stringContaining('--all') });
    expect(await inbox('retry', 'dead-1', '--all')).toMatchObject({ code: 2 });
  });

  it('makes no inbox where there is none', async () => {
    const { code, err } = await remit('.', ['inbox'], { REMIT_DATA: '/nowhere' });
    expect([code, err]).toEqual([2, expect.stringContaining('REMIT_DATA')]);
  });
});
