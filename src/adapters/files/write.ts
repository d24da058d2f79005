import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { inTerminal } from '../../text/escape.ts';

/** A new text of a file of a working tree. */
export interface Rewrite {
  root: string;
  /** Relative to the root. */
  path: string;
  /** What the file must still say; whoever changed it meanwhile loses nothing. */
  before: string;
  after: string;
}

/**
 * Writes a file that is there, at once: whoever reads it gets the old text or the new one. The file keeps its mode and
 * owner; through a symbolic link the file it leads to is written, when that lies in the tree too.
 * @returns in one sentence that names the file why it was not written, or `null`.
 */
export function rewriteFile({ root, path, before, after }: Rewrite): { problem: string } | null {
  const because = (problem: string) => ({ problem: `${inTerminal(path)} ${problem}` });
  try {
    const real = realpathSync(resolve(root, path));
    if (!isInside(relative(realpathSync(root), real))) return because('lies outside of the folder and was not written');
    if (!readFileSync(real).equals(Buffer.from(before))) return because('was changed meanwhile and was not written');
    replaceFile(real, after);
    return null;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    return because(faults[code] ?? `can’t be written (${code})`);
  }
}

const faults: Record<string, string> = {
  ENOENT: 'is not there any more',
  EACCES: 'can’t be written: permission denied',
  EPERM: 'can’t be written: permission denied',
  EROFS: 'can’t be written: the disk is read-only',
  ENOSPC: 'can’t be written: the disk is full',
};

const isInside = (way: string): boolean => way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);

/** In the same folder, since a file can't be renamed from one disk to another. */
function replaceFile(path: string, text: string): void {
  const status = statSync(path);
  const aside = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeAside(aside, text, status);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

function writeAside(path: string, text: string, { mode, uid, gid }: Stats): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    const own = fstatSync(file);
    if (own.uid !== uid || own.gid !== gid) keepOwner(file, { uid, gid });
    fchmodSync(file, mode & 0o7777);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Only root may give files away; for anyone else the file becomes theirs, as with any editor. */
function keepOwner(file: number, { uid, gid }: { uid: number; gid: number }): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // The text is what counts.
  }
}
