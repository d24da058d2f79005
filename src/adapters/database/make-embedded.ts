import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { builtFile } from './built-file.ts';

/**
 * Makes a database in the folder, by a process of its own: making one takes half a gigabyte, which a thread of ours
 * would never give back. Errors: rejects when there is no room, or no right to write there.
 */
export async function makeEmbedded(folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, [fileURLToPath(builtFile('pglite-maker-worker.js')), folder]);
}
