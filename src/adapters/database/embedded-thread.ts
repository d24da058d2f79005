import { Worker } from 'node:worker_threads';
import { builtFile } from './built-file.ts';
import type { Answer, Question } from './pglite-worker.ts';

/** One PostgreSQL in a thread of its own: its work would hold up everything else in the process. */
export interface EmbeddedThread {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  exec(text: string): Promise<{ rows: unknown[] }[]>;
  /** Ends it as it is; what is being asked is rejected. */
  end(): Promise<void>;
  close(): Promise<void>;
}

type Ask = Question extends infer Each ? (Each extends Question ? Omit<Each, 'id'> : never) : never;

/** Opens a database in the folder, or in memory for `null`. Errors: rejects when the folder holds a damaged one. */
export async function startThread(folder: string | null): Promise<EmbeddedThread> {
  const worker = new Worker(builtFile('pglite-worker.js'), { workerData: { folder } });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  let ended: Error | null = null;

  const end = (error: Error) => {
    ended = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the embedded database has ended')));
  worker.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asker?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
    else asker?.resolve(answer.result);
  });

  const ask = <Result>(question: Ask): Promise<Result> =>
    new Promise((resolve: (value: Result) => void, reject) => {
      if (ended) return reject(ended);
      asked += 1;
      waiting.set(asked, { resolve: (value) => resolve(value as Result), reject });
      worker.postMessage({ ...question, id: asked });
    });

  try {
    await ask<unknown>({ ask: 'exec', text: 'SELECT 1' });
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    query: (text, values = []) => ask({ ask: 'query', text, values }),
    exec: (text) => ask({ ask: 'exec', text }),
    async end() {
      await worker.terminate();
    },
    async close() {
      await ask<void>({ ask: 'close' });
      await worker.terminate();
    },
  };
}
