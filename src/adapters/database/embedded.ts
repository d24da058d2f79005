import { existsSync } from 'node:fs';
import { within } from '../within.ts';
import { type EmbeddedThread, startThread } from './embedded-thread.ts';
import type { Log } from './log.ts';
import { makeEmbedded } from './make-embedded.ts';

export type EmbeddedDatabase = Omit<EmbeddedThread, 'end'>;

interface Keeping {
  log: Log;
  /** How a thread is started; another one in tests. */
  start?: (folder: string | null) => Promise<EmbeddedThread>;
  /** How a database is made where there is none; another way in tests. */
  make?: (folder: string) => Promise<void>;
  /** Milliseconds after which a question is given up, and the thread with it. */
  longest?: number;
}

/** Milliseconds. */
const minute = 60_000;

/**
 * Opens a database in the folder, or in memory for `null`. After a full disk or a fault of the disk's it answers nothing
 * sensible any more, or nothing at all: then it is opened anew, as a server is after a crash, and what was stored is
 * there. Errors: rejects when the folder holds a damaged one.
 */
export async function openEmbedded(
  folder: string | null,
  { log, start = startThread, make = makeEmbedded, longest = minute }: Keeping,
): Promise<EmbeddedDatabase> {
  if (folder !== null && !existsSync(folder)) await make(folder);
  let thread: Promise<EmbeddedThread> = start(folder);
  await thread;

  const replace = (broken: EmbeddedThread, error: unknown) => {
    log.error({ err: error }, 'the embedded database has failed; it is opened anew');
    thread = broken.end().then(() => start(folder));
    // Whoever asks next is told, and has it tried again.
    thread.catch(() => {});
  };
  const ask = async <Result>(question: (thread: EmbeddedThread) => Promise<Result>): Promise<Result> => {
    const asked = thread;
    const open = await asked.catch(async (error) => {
      if (asked === thread) thread = start(folder);
      throw error;
    });
    try {
      return await within(longest, question(open));
    } catch (error) {
      // In memory there is nothing to be opened anew.
      if (folder !== null && asked === thread && isBroken(error)) replace(open, error);
      throw error;
    }
  };
  return {
    query: (text, values) => ask((open) => open.query(text, values)),
    exec: (text) => ask((open) => open.exec(text)),
    close: async () => (await thread).close(),
  };
}

/** Source: PostgreSQL, Error Codes: insufficient resources, system errors, internal errors; without one, the thread's own. */
function isBroken(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === undefined || /^(53|58|XX)/.test(code);
}
