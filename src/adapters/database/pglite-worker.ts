import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** What the thread is asked: one statement with values, several without, or to end. */
export type Question = { id: number } & (
  | { ask: 'query'; text: string; values: unknown[] }
  | { ask: 'exec'; text: string }
  | { ask: 'close' }
);

export type Answer = { id: number } & ({ result: unknown } | { error: { message: string; code?: string } });

/** `folder` is `null` for a database that lives as long as the thread. */
const { folder } = workerData as { folder: string | null };

/** By itself it takes 128 MB for its buffers, many times what an inbox fills. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];
const opening = PGlite.create({ startParams, ...(folder === null ? {} : { dataDir: folder }) });

parentPort?.on('message', async (question: Question) => {
  try {
    const database = await opening;
    parentPort?.postMessage({ id: question.id, result: await answer(database, question) } satisfies Answer);
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    parentPort?.postMessage({ id: question.id, error: { message, ...(code ? { code } : {}) } } satisfies Answer);
  }
});

async function answer(database: PGlite, question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'query':
      return { rows: (await database.query(question.text, question.values)).rows };
    case 'exec':
      return (await database.exec(question.text)).map(({ rows }) => ({ rows }));
    case 'close':
      return database.close();
  }
}
