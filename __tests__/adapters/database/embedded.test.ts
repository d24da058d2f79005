import { describe, expect, it } from '@jest/globals';
import { openEmbedded } from '../../../src/adapters/database/embedded.ts';
import type { EmbeddedThread } from '../../../src/adapters/database/embedded-thread.ts';

type Answer = () => Promise<{ rows: unknown[] }>;

const failing =
  (code?: string): Answer =>
  async () => {
    throw Object.assign(new Error(`failed with ${code}`), code ? { code } : {});
  };
const never: Answer = () => new Promise(() => {});

/** Threads that are started one after the other, each with its answers; a number is one that can't be started. */
async function aDatabase(folder: string, ...threads: (Answer[] | 'can’t start')[]) {
  const events: string[] = [];
  const start = async (): Promise<EmbeddedThread> => {
    const answers = threads.shift();
    events.push('start');
    if (answers === undefined || answers === 'can’t start') throw new Error('no room');
    const query: Answer = () => (answers.shift() ?? (async () => ({ rows: ['well'] })))();
    return {
      query,
      exec: async () => [],
      end: async () => void events.push('end'),
      close: async () => void events.push('close'),
    };
  };
  const make = async () => void events.push('make');
  const log = { info() {}, warn() {}, error: (_: object, message: string) => void events.push(message) };
  const database = await openEmbedded(folder, { log, start, make, longest: 20 });
  const ask = () =>
    database.query('SELECT 1').then(
      ({ rows }) => rows[0],
      (error) => error.message,
    );
  return { events, ask, close: database.close };
}

describe('the embedded database', () => {
  it.each([
    ['the disk is full', failing('53100')],
    ['the disk has a fault', failing('58030')],
    ['it contradicts itself', failing('XX000')],
    ['its thread has ended', failing()],
    ['it answers no more', never],
  ])('is opened anew when %s', async (_, failure) => {
    const { events, ask } = await aDatabase('.', [failure], []);
    expect(await ask()).not.toBe('well');
    expect(await ask()).toBe('well');
    expect(events).toEqual(['start', expect.stringContaining('opened anew'), 'end', 'start']);
  });

  it('goes on after what only a statement did wrong', async () => {
    const { events, ask } = await aDatabase('.', [failing('23505')]);
    expect(await ask()).toBe('failed with 23505');
    expect(await ask()).toBe('well');
    expect(events).toEqual(['start']);
  });

  it('is tried again by whoever asks next, for as long as it can’t be opened', async () => {
    const { ask } = await aDatabase('.', [failing('53100')], 'can’t start', 'can’t start', []);
    await ask();
    expect([await ask(), await ask(), await ask()]).toEqual(['no room', 'no room', 'well']);
  });

  it('is made first where there is none', async () => {
    const { events, ask } = await aDatabase('folder-that-is-not-there', []);
    expect(await ask()).toBe('well');
    expect(events).toEqual(['make', 'start']);
  });

  it('is opened once, however many ask at the same time', async () => {
    const { events, ask } = await aDatabase('.', [failing('53100'), failing('53100'), failing('53100')], []);
    await Promise.all([ask(), ask(), ask()]);
    expect(await ask()).toBe('well');
    expect(events.filter((event) => event === 'start')).toHaveLength(2);
  });
});
