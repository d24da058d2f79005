import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createFigures } from '../../src/adapters/prometheus.ts';
import { openDoor } from '../../src/entry/app/door.ts';
import type { Counts } from '../../src/model/ports.ts';

const now = () => new Date('2026-03-02T10:00:00Z');
const idle: Counts = { waiting: 0, running: 0, dead: 0, dueSince: null };

describe('what the bot tells whoever runs it', () => {
  const open: (() => Promise<void>)[] = [];
  afterEach(() => Promise.all(open.splice(0).map((close) => close())));

  it('is that it lives, whatever the database does', async () => {
    const answer = await ask('/healthz', () => Promise.reject(new Error('gone')));
    expect([answer.status, await answer.json()]).toEqual([200, { live: true }]);
  });

  it('is that it is ready, and what waits in its inbox', async () => {
    const inbox = { ...idle, waiting: 3, dueSince: '2026-03-02T09:59:00.000Z' };
    const answer = await ask('/readyz', async () => inbox);
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true, inbox }]);
  });

  it('is that it is not ready while the database does not answer', async () => {
    const answer = await ask('/readyz', () => Promise.reject(new Error('gone')));
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { ready: false, message: 'the database does not answer' },
    ]);
  });

  it('is its figures, those of the inbox as they are when asked', async () => {
    const answer = await ask('/metrics', async () => ({
      ...idle,
      dead: 2,
      waiting: 1,
      dueSince: '2026-03-02T09:58:30Z',
    }));
    const lines = (await answer.text()).split('\n');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(lines).toEqual(
      expect.arrayContaining([
        'remit_jobs{state="dead"} 2',
        'remit_oldest_job_seconds 90',
        'remit_deliveries_total{event="issues",answer="stored"} 1',
        'remit_decisions_total{outcome="changed"} 1',
        'remit_effects_total{effect="label"} 1',
        'remit_failures_total{kind="unreachable"} 1',
        'remit_github_requests_left{installation="7",resource="graphql"} 4990',
      ]),
    );
  });

  it('is 503 for its figures while the database does not answer', async () => {
    expect((await ask('/metrics', () => Promise.reject(new Error('gone')))).status).toBe(503);
  });

  async function ask(path: string, counts: () => Promise<Counts>): Promise<Response> {
    const figures = createFigures({ counts }, now);
    figures.delivered('issues', 'stored', 0.004);
    figures.decided('changed');
    figures.wrote(['label']);
    figures.worked(0.2, 'unreachable');
    figures.answered({ installation: 7, status: 200, resource: 'graphql', left: 4990 });
    const server = createServer(openDoor({ deliver: async () => {}, figures, counts }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(() => new Promise((resolve) => void server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: 'close' } });
  }
});
