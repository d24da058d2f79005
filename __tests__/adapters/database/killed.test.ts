import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../../src/adapters/database/database.ts';
import { openStore } from '../../../src/adapters/store.ts';
import { anEmbeddedFolder } from '../../embedded-folder.ts';

describe('a process that is killed with -9', () => {
  it('has lost nothing that it acknowledged, and its folder can be taken over', async () => {
    const folder = anEmbeddedFolder();
    const acknowledged = await putUntil(folder, 100);

    const { inbox, close } = await openStore({ database: { kind: 'embedded', folder } });
    const found = new Set<string>();
    await inbox.work(async ({ id }) => {
      found.add(id);
    });
    await inbox.idle();
    await close();
    rmSync(folder, { recursive: true, force: true });
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
  });
});

describe('a process that is killed at work', () => {
  it('has its job done by the next one that opens the folder, at once', async () => {
    const folder = anEmbeddedFolder();
    const database = { kind: 'embedded' as const, folder };
    await killAtWork(database);

    const { inbox, close } = await openStore({ database });
    expect(await inbox.list(1)).toMatchObject([{ job: { id: 'stuck' }, state: 'waiting', tries: 1 }]);
    const seen: string[] = [];
    await inbox.work(async ({ id }) => void seen.push(id));
    await inbox.idle();
    await close();
    rmSync(folder, { recursive: true, force: true });
    expect(seen).toEqual(['stuck']);
  });
});

describe('a damaged folder', () => {
  const aDamagedFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'remit-damaged-'));
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), 'none');
    return folder;
  };

  it('is moved aside, and a new one is begun', async () => {
    const folder = aDamagedFolder();
    const said: string[] = [];
    const log = { info() {}, warn() {}, error: (_facts: object, message: string) => void said.push(message) };
    const { inbox, close } = await openStore({ database: { kind: 'embedded', folder }, log });
    expect(await inbox.counts()).toMatchObject({ waiting: 0, running: 0, dead: 0 });
    await close();
    expect(said).toEqual([expect.stringMatching(/damaged.*moved aside/)]);
    expect(readdirSync(folder)).toContain('postgres.damaged-1');
    rmSync(folder, { recursive: true, force: true });
  });

  it('on a full disk stays where it is: room is what it needs', async () => {
    const folder = aDamagedFolder();
    const opening = { log: console, damaged: 'start afresh', freeBytes: () => 12_500_000 } as const;
    await expect(openDatabase({ kind: 'embedded', folder }, opening)).rejects.toThrow(/full \(12 MB free\): make room/);
    expect(readdirSync(folder)).toEqual(['postgres']);
    rmSync(folder, { recursive: true, force: true });
  });
});

function putUntil(folder: string, enough: number): Promise<string[]> {
  const child = spawn(process.execPath, ['__tests__/adapters/database/putter.js', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
    if (said.split('\n').length > enough) child.kill('SIGKILL');
  });
  return new Promise((resolve) => {
    child.on('exit', () => resolve(said.split('\n').slice(0, -1)));
  });
}

function killAtWork(database: object): Promise<void> {
  const child = spawn(process.execPath, ['__tests__/adapters/database/stuck.js', JSON.stringify(database), 'remit'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', () => child.kill('SIGKILL'));
  return new Promise((resolve) => child.on('exit', () => resolve()));
}
