import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { decodeDocument, largestDocument } from '../../text/decode.ts';
import { inTerminal } from '../../text/escape.ts';

/** A file of a working tree; or, in one sentence that names it, why it can't be used. */
export type TreeFile =
  /** The path is relative to the root, with forward slashes. */
  { path: string; text: string } | { path: string; problem: string; missing: boolean };

/**
 * Reads documents of a working tree, one entry a path and in their order. Nothing outside the root is read, be it by
 * `..`, by an absolute path or through a symbolic link, since a pull request may have written the paths and the links.
 */
export function readTree({ root, paths }: { root: string; paths: string[] }): TreeFile[] {
  return paths.map((path) => readOne(root, path));
}

function readOne(root: string, given: string): TreeFile {
  const path = relative(resolve(root), resolve(root, given)).split(sep).join('/');
  const shown = inTerminal(isInside(path) && path !== '' ? path : given);
  const because = (problem: string, missing = false): TreeFile => ({ path, problem: `${shown} ${problem}`, missing });
  if (given.includes('\0')) return because('is no path');
  if (!isInside(path)) return because(outside);
  try {
    const real = realpathSync(join(root, path));
    if (!isInside(relative(realpathSync(root), real))) return because(`is a link that ${leadsOut}`);
    const bytes = readBytes(real);
    if ('problem' in bytes) return because(bytes.problem);
    const text = decodeDocument(bytes.read, shown);
    return typeof text === 'string' ? { path, text } : { path, problem: text.problem, missing: false };
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    return because(faults[code] ?? `can’t be read (${code})`, code === 'ENOENT' || code === 'ENOTDIR');
  }
}

const outside = 'lies outside of the folder that Remit was started for';
const leadsOut = 'leads out of the folder that Remit was started for';

const faults: Record<string, string> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there',
  EACCES: 'can’t be read: permission denied',
  EPERM: 'can’t be read: permission denied',
  ELOOP: 'is a link that leads back to itself',
  ENAMETOOLONG: 'is too long for a path',
};

/** Whether a path relative to the root stays below it. */
function isInside(path: string): boolean {
  return path !== '..' && !path.startsWith(`..${sep}`) && !path.startsWith('../') && !isAbsolute(path);
}

/** The size is asked of the open file, before a byte of it is read; a pipe is opened without waiting for its writer. */
function readBytes(path: string): { read: Uint8Array } | { problem: string } {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const status = fstatSync(file);
    if (status.isDirectory()) return { problem: 'is a folder; name a file' };
    if (!status.isFile()) return { problem: 'is no file' };
    if (status.size > largestDocument) return { problem: 'is larger than 5 MB and was not read' };
    return { read: readFileSync(file) };
  } finally {
    closeSync(file);
  }
}
