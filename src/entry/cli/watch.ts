import { dirname, resolve } from 'node:path';
import { systemClock } from '../../adapters/clock.ts';
import { watchFolders } from '../../adapters/files/watch.ts';
import type { Clock } from '../../model/ports.ts';
import { toldToStop } from '../app/environment.ts';
import { gatherFiles } from '../gather-files.ts';
import { type ExitCode, type Io, isCommandError } from '../io.ts';
import { loadPolicy } from '../load-policy.ts';
import { readChosen } from './read-chosen.ts';

interface Watching {
  io: Io;
  /** Checks and prints once. */
  look(): void;
  clock?: Clock;
  /** Ends the watch. */
  stopped?: Promise<unknown>;
}

/** `remit check --watch`: checks again when a document or the configuration changes, until it is told to stop. */
export async function watchDocuments(
  paths: string[],
  { config }: { config: string },
  { io, look, clock = systemClock, stopped = toldToStop() }: Watching,
): Promise<ExitCode> {
  let watched = { stop() {} };
  const lookAndWatch = () => {
    watched.stop();
    // Watched before it is read: what changes while it is read is seen as well.
    watched = watchFolders(foldersOf(paths, { config, cwd: io.cwd }), { isOfInterest, changed: lookAndWatch });
    if (io.terminal) io.out(`${clearScreen}${clock.now().toTimeString().slice(0, 8)}\n\n`);
    report(look, io);
  };
  lookAndWatch();
  await stopped;
  watched.stop();
  return 0;
}

/** Source: ECMA-48, “Erase in page” and “Cursor position”. */
const clearScreen = '\u001b[2J\u001b[H';

/** Also the configuration, the lists of owners, and the files that a charter is compared with. */
const isOfInterest = (name: string): boolean => /\.(?:md|markdown|ya?ml|json)$|^(?:CODE)?OWNERS/i.test(name);

/** A document that is half written or gone is what someone is about to mend. */
function report(look: () => void, { err }: Io): void {
  try {
    look();
  } catch (error) {
    if (!isCommandError(error)) throw error;
    err(`remit: ${error.message}\n`);
  }
}

function foldersOf(paths: string[], { config, cwd }: { config: string; cwd: string }): string[] {
  const documents = documentsIn(paths, { config, cwd });
  return [...new Set([cwd, ...[config, ...documents].map((path) => dirname(resolve(cwd, path)))])];
}

/** While the configuration can't be used, the documents that were named are all that is known. */
function documentsIn(paths: string[], { config, cwd }: { config: string; cwd: string }): string[] {
  try {
    const policy = loadPolicy({ root: cwd, path: config });
    const { chosen, beside } = gatherFiles({ root: cwd, read: (named) => readChosen(cwd, named), paths, policy });
    return [...chosen, ...beside].map(({ path }) => path);
  } catch {
    return paths;
  }
}
