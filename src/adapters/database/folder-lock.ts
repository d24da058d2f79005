import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isAlive, ownMark, type ProcessMark } from './process-mark.ts';

/** Another process has the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** Folders that this process holds. */
const held = new Set<string>();

/** Milliseconds: how often a lock's time is set anew, and how long nobody may have done so for it to be left behind. */
const beat = 2_000;
const silence = 10_000;

const sleep = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/**
 * Takes the folder for this process: the embedded database takes no lock of its own, and two processes would damage it.
 * A lock whose process is gone is taken over: at once where that can be seen, after a while where it can't, as when it
 * ran in another container on the same volume.
 * @returns what gives the folder back. Errors: `FolderInUse`, naming the folder and the process that has it.
 */
export async function lockFolder(folder: string, wait: (milliseconds: number) => Promise<void> = sleep) {
  const path = resolve(folder);
  const file = join(path, 'lock');
  mkdirSync(path, { recursive: true });
  const owner = ownerOf(file);
  if (held.has(path) || (owner !== null && (isAlive(owner) ?? (await isKeptUp(file, wait))))) {
    throw new FolderInUse(`${path} is in use by process ${owner?.pid ?? process.pid}`);
  }
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(ownMark())}\n`, { flag: 'wx' });
  held.add(path);
  const beating = setInterval(() => touch(file), beat).unref();
  return () => {
    clearInterval(beating);
    held.delete(path);
    rmSync(file, { force: true });
  };
}

const mark = z.object({ pid: z.int().positive(), space: z.string(), started: z.string().nullable() });

/** What can't be read is nobody's: a lock is written before there is anything in the folder to be damaged. */
function ownerOf(file: string): ProcessMark | null {
  try {
    return mark.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

async function isKeptUp(file: string, wait: (milliseconds: number) => Promise<void>): Promise<boolean> {
  const before = timeOf(file);
  await wait(silence);
  return timeOf(file) !== before;
}

function timeOf(file: string): number | null {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return null;
  }
}

/** A volume that is gone for a moment must not end the process. */
function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {}
}
