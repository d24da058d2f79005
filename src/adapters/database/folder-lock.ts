import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Another process has the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** Folders that this process holds: after a restart in a container, another process may have had this one's number. */
const held = new Set<string>();

/**
 * Takes the folder for this process: the embedded database takes no lock of its own, and two processes would damage it.
 * A lock whose process is gone is taken over.
 * @returns what gives the folder back. Errors: throws, naming the folder and the process that has it.
 */
export function lockFolder(folder: string): () => void {
  const path = resolve(folder);
  mkdirSync(path, { recursive: true });
  const file = join(path, 'lock');
  const owner = ownerOf(file);
  if (held.has(path) || (owner !== null && owner !== process.pid && isAlive(owner))) {
    throw new FolderInUse(`${path} is in use by process ${owner ?? process.pid}`);
  }
  rmSync(file, { force: true });
  writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
  held.add(path);
  return () => {
    held.delete(path);
    rmSync(file, { force: true });
  };
}

function ownerOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
