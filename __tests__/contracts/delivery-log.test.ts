import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Probot, ProbotOctokit } from 'probot';
import type { Client } from '../../src/adapters/github/client.ts';
import { deliveryLogOf } from '../../src/adapters/github/delivery-log.ts';
import { Refused, Unreachable } from '../../src/adapters/github/errors.ts';
import { createOctokit } from '../../src/adapters/github/octokit.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { DeliveryAttempt, DeliveryLog } from '../../src/model/upkeep-ports.ts';

const start = '2026-06-01T00:00:00.000Z';

let github: Emulator;
let log: DeliveryLog;
/** GUIDs of what arrived. */
let arrived: string[];
let close: () => void;

beforeEach(async () => {
  arrived = [];
  const receiver = createServer((request, response) => {
    arrived.push(String(request.headers['x-github-delivery']));
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
  const { port } = receiver.address() as AddressInfo;
  github = await startEmulator({
    clock: () => new Date(start),
    webhookUrl: `http://127.0.0.1:${port}/`,
    seed: { users: [{ login: 'octo-user-1' }], repositories: [{ owner: 'octo-user-1', name: 'octo-repo' }] },
  });
  log = deliveryLogOf(await asApp(github));
  close = () => void receiver.close();
});

afterEach(async () => {
  await github.close();
  close();
});

async function asApp({ app, apiUrl: baseUrl }: Emulator): Promise<Client> {
  const { id: appId, privateKey, webhookSecret: secret } = app;
  const probot = new Probot({
    appId,
    privateKey,
    secret,
    baseUrl,
    log: pino({ level: 'silent' }),
    Octokit: ProbotOctokit,
  });
  return (await probot.auth()) as unknown as Client;
}

async function cause(count: number): Promise<void> {
  for (let index = 0; index < count; index++) github.sendWebhook('ping', { zen: 'z', hook_id: 1 });
  await github.settled();
}

async function read(since = start): Promise<DeliveryAttempt[]> {
  const attempts: DeliveryAttempt[] = [];
  for await (const page of log.attemptsSince(since)) attempts.push(...page);
  return attempts;
}

describe('the log of deliveries', () => {
  it('tells what failed over all its pages, newest first, and leaves out what was taken', async () => {
    await cause(1);
    github.webhooks.disturb({ disturbance: { kind: 'lost' } });
    await cause(130);
    const attempts = await read();
    expect(attempts).toHaveLength(130);
    expect(attempts.map(({ id }) => Number(id))).toEqual(attempts.map(({ id }) => Number(id)).sort((a, b) => b - a));
    expect(attempts[0]).toEqual({
      id: String(github.deliveries.at(-1)!.id),
      guid: github.deliveries.at(-1)!.guid,
      event: 'ping',
      at: '2026-06-01T00:00:00Z',
      isTaken: false,
    });
  });

  it('goes no further back than it is asked to', async () => {
    github.webhooks.disturb({ disturbance: { kind: 'lost' } });
    await cause(130);
    github.clock.advance(60_000);
    await cause(2);
    github.resetRequests();
    expect(await read('2026-06-01T00:01:00Z')).toHaveLength(2);
    expect(github.requests.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('has a delivery made again under its GUID', async () => {
    github.webhooks.disturb({ disturbance: { kind: 'lost' } });
    await cause(1);
    const [attempt] = await read();
    await log.redeliver(attempt!.id);
    await github.settled();
    expect(arrived).toEqual([attempt!.guid]);
    expect(await read()).toEqual([attempt]);
  });

  it('refuses to make again what is not there, and is the App’s alone', async () => {
    await expect(log.redeliver('999999')).rejects.toThrow(Refused);
    const person = createOctokit({ token: github.as('octo-user-1').token, baseUrl: github.apiUrl });
    await expect(deliveryLogOf(person).redeliver('1')).rejects.toThrow(Refused);
  });

  it('is unreachable when GitHub is out of order', async () => {
    github.faults.add({ path: '/app/hook/*', fault: { kind: 'status', status: 502 }, times: 50 });
    await expect(log.redeliver('1')).rejects.toThrow(Unreachable);
  });
});

describe('an id that is larger than a double is exact for', () => {
  const body =
    '[{"id":34810302837657601,"guid":"a","delivered_at":"2026-06-01T00:00:00Z","event":"issues","status_code":502}]';

  it('is read and asked for digit by digit', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.setHeader('content-type', 'application/json').end(request.method === 'GET' ? body : '{}');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    log = deliveryLogOf(createOctokit({ token: 'a', baseUrl }));
    const [attempt] = await read();
    await log.redeliver(attempt!.id);
    server.close();
    expect(asked[1]).toBe('POST /app/hook/deliveries/34810302837657601/attempts');
  });
});

describe('a list that is none', () => {
  it('is not taken for an empty one', async () => {
    const proxy: Client = { graphql: async () => ({}), request: async () => ({ data: '<html>', status: 200 }) };
    log = deliveryLogOf(proxy);
    await expect(read()).rejects.toThrow(/not GitHub/);
  });
});
