import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderInUse, lockFolder } from '../../../src/adapters/database/folder-lock.ts';
import { ownMark } from '../../../src/adapters/database/process-mark.ts';

const canSeeStarts = existsSync('/proc/self/stat');

describe('the lock of a folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'remit-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const left = (lock: object | string) =>
    writeFileSync(join(folder, 'lock'), typeof lock === 'string' ? lock : JSON.stringify(lock));
  /** Ends at once; what happens meanwhile is the test's. */
  const wait = (meanwhile: () => void) => async () => meanwhile();
  const never = wait(() => {
    throw new Error('there is nothing to wait for');
  });

  it('keeps this process itself from having it twice, and is gone when it is given back', async () => {
    const unlock = await lockFolder(folder, never);
    await expect(lockFolder(folder, never)).rejects.toThrow(FolderInUse);
    unlock();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
    (await lockFolder(folder, never))();
  });

  it('of a process that is there is respected', async () => {
    left(ownMark());
    await expect(lockFolder(folder, never)).rejects.toThrow(`in use by process ${process.pid}`);
  });

  it('of a process that is gone is taken over at once', async () => {
    left({ ...ownMark(), pid: 2 ** 22 + 1 });
    (await lockFolder(folder, never))();
  });

  (canSeeStarts ? it : it.skip)('of a process whose number another one has now is taken over at once', async () => {
    left({ ...ownMark(), started: '1' });
    (await lockFolder(folder, never))();
  });

  it('of a container that is gone is taken over when nobody has kept it up for a while', async () => {
    left({ ...ownMark(), space: 'another container' });
    const waits: string[] = [];
    const unlock = await lockFolder(
      folder,
      wait(() => void waits.push('a while')),
    );
    unlock();
    expect(waits).toHaveLength(1);
  });

  it('of a container that runs is respected, though it has a process of the same number', async () => {
    left({ ...ownMark(), space: 'another container' });
    const keepUp = wait(() => utimesSync(join(folder, 'lock'), new Date(0), new Date(0)));
    await expect(lockFolder(folder, keepUp)).rejects.toThrow(FolderInUse);
  });

  it.each(['', '1234\n', '{"pid":'])('that nobody can read is taken over: %j', async (text) => {
    left(text);
    (await lockFolder(folder, never))();
  });
});
