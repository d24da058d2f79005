import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { systemClock } from '../../src/adapters/clock.ts';
import { type Bot, startBot, webhookPath } from '../../src/entry/app/bot.ts';
import type { Inbox, Job } from '../../src/model/ports.ts';
import { FakeLedger } from '../engine/fake-ledger.ts';
import { FakeSweepBook } from '../engine/fake-sweep-book.ts';
import { privateKey } from '../private-key.ts';

const secret = 'a secret of the tests';

describe('the bot’s door', () => {
  let bot: Bot;
  const stored: Job[] = [];
  let full = false;

  beforeAll(async () => {
    bot = await aBot({
      put: async (jobs) => {
        if (full) throw new Error('the disk is full');
        stored.push(...jobs);
      },
    });
  });
  afterAll(async () => void (await bot.stop()));

  const opened = {
    action: 'opened',
    issue: { number: 7 },
    repository: { name: 'octo-repo', owner: { login: 'octo-org' }, full_name: 'octo-org/octo-repo' },
    sender: { login: 'octo-user-1', type: 'User' },
    installation: { id: 5 },
  };

  it('stores a delivery before it says so', async () => {
    expect(await deliver('issues', JSON.stringify(opened))).toBe(200);
    expect(stored).toEqual([
      expect.objectContaining({ installation: 5, unit: expect.objectContaining({ kind: 'issue' }) }),
    ]);
  });

  it('answers 503 when the delivery could not be stored', async () => {
    full = true;
    expect(await deliver('issues', JSON.stringify(opened))).toBe(503);
    full = false;
  });

  it('takes an unknown event and stores nothing of it', async () => {
    const before = stored.length;
    expect(await deliver('weather_changed', '{"action":"rain"}')).toBe(200);
    expect(stored).toHaveLength(before);
  });

  it('refuses a bad signature', async () => {
    expect(await deliver('issues', JSON.stringify(opened), { signature: 'sha256=00' })).toBe(401);
  });

  it('refuses a delivery without a signature', async () => {
    expect(await deliver('issues', JSON.stringify(opened), { signature: null })).toBe(401);
  });

  it('refuses a delivery without a body', async () => {
    expect(await deliver('issues', '')).toBe(400);
  });

  it.each(['[]', '"text"', '{"cut": '])('refuses the body %s', async (body) => {
    expect(await deliver('issues', body)).toBe(400);
  });

  it('refuses a body of 60 MB by its declared length, without reading it', async () => {
    expect(await declare(60 * 1024 * 1024)).toBe(413);
  });

  it('refuses a body of 60 MB that does not say how long it is, long before its end', async () => {
    const { status, sent } = await pour(60 * 1024 * 1024);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(60 * 1024 * 1024);
  });

  it('stays up after all that', async () => {
    expect(await deliver('issues', JSON.stringify(opened))).toBe(200);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${bot.url}/nothing`)).status).toBe(404);
  });

  async function deliver(name: string, body: string, { signature = sign(body) }: { signature?: string | null } = {}) {
    const headers: Record<string, string> = {
      ...head(name),
      ...(signature ? { 'x-hub-signature-256': signature } : {}),
    };
    return (await fetch(bot.url + webhookPath, { method: 'POST', headers, body })).status;
  }

  function declare(length: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const headers = { ...head('issues'), 'x-hub-signature-256': sign(''), 'content-length': String(length) };
      const call = request(bot.url + webhookPath, { method: 'POST', headers }, (answer) => {
        resolve(answer.statusCode ?? 0);
        call.destroy();
      });
      call.on('error', reject);
      call.flushHeaders();
    });
  }

  function pour(length: number): Promise<{ status: number; sent: number }> {
    return new Promise((resolve) => {
      const piece = Buffer.alloc(256 * 1024, 'x');
      let sent = 0;
      let ended = false;
      const headers = { ...head('issues'), 'x-hub-signature-256': sign('') };
      const call = request(bot.url + webhookPath, { method: 'POST', headers }, (answer) => {
        ended = true;
        resolve({ status: answer.statusCode ?? 0, sent });
        call.destroy();
      });
      call.on('error', () => {
        ended = true;
        resolve({ status: 0, sent });
      });
      const more = () => {
        while (!ended && sent < length) {
          sent += piece.length;
          if (!call.write(piece)) return void call.once('drain', more);
        }
        if (!ended) call.end();
      };
      more();
    });
  }
});

/** A bot that nothing is done in, over an inbox that is empty. */
function aBot(parts: Partial<Inbox> = {}): Promise<Bot> {
  const inbox: Inbox = {
    put: async () => {},
    known: async () => [],
    work: async () => {},
    idle: async () => {},
    counts: async () => ({ waiting: 0, running: 0, dead: 0, dueSince: null }),
    list: async () => [],
    retry: async () => 0,
    drop: async () => 0,
    dropOf: async () => 0,
    stop: async () => 0,
    ...parts,
  };
  return startBot({
    credentials: { appId: 1, privateKey, webhookSecret: secret },
    apiUrl: 'http://127.0.0.1:9',
    inbox,
    ledger: new FakeLedger(),
    sweeps: new FakeSweepBook(),
    carriedOut: { read: async () => null, note: async () => {} },
    clock: systemClock,
    log: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
  });
}

describe('a bot that is told to stop', () => {
  it('waits for nobody who only keeps a connection open', async () => {
    const bot = await aBot();
    const { hostname, port } = new URL(bot.url);
    const socket = connect({ host: hostname, port: Number(port) });
    const ended = new Promise((resolve) => socket.on('close', resolve).on('error', () => {}));
    await new Promise<void>((resolve) => socket.write('POST /api/github/webhooks HTTP/1.1\r\n', () => resolve()));
    expect(await bot.stop()).toBe(0);
    await ended;
  });
});

const head = (name: string) => ({
  'content-type': 'application/json',
  'x-github-event': name,
  'x-github-delivery': crypto.randomUUID(),
});

const sign = (body: string) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
