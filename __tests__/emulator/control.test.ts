import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, place, refusalOf, startOctoWorld } from './octo-world.ts';
import { namesOf, type Receiver, startReceiver } from './receiver.ts';

let github: Emulator;
let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
  github = await startOctoWorld({ webhookUrl: receiver.url });
});
afterEach(async () => {
  await github.close();
  await receiver.close();
});

const control = async (method: string, path: string, body?: unknown): Promise<{ status: number; data: Json }> => {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${github.url}/_emulator/${path}`, { method, ...sent });
  const text = await response.text();
  return { status: response.status, data: text === '' ? null : JSON.parse(text) };
};
const open = () => octokitFor(github).issues.create({ ...place, title: 'x' });

describe('the control routes', () => {
  it('make requests fail, tell how often they did, and end it', async () => {
    const rule = { method: 'POST', fault: { kind: 'status', status: 502, effect: 'after' } };
    expect((await control('POST', 'faults', rule)).data).toEqual({ rule });
    expect((await refusalOf(open())).status).toBe(502);
    expect((await control('GET', 'faults')).data).toEqual([{ rule, happened: 1 }]);
    expect((await control('DELETE', 'faults')).status).toBe(204);
    expect((await open()).data.number).toBe(2);
  });

  it('hold to limits and lift them', async () => {
    expect((await control('PUT', 'limits', { core: 0 })).data.limits).toMatchObject({ core: 0, graphql: 5000 });
    expect((await refusalOf(open())).status).toBe(403);
    await control('DELETE', 'limits');
    expect((await control('GET', 'limits')).data).toEqual({ limits: null });
    expect((await open()).status).toBe(201);
  });

  it('move the clock', async () => {
    expect((await control('POST', 'clock', { advance: 1500 })).data).toEqual({ now: '2026-02-03T12:00:01.500Z' });
    await control('POST', 'clock', { set: '2026-05-01T00:00:00Z' });
    expect((await control('GET', 'clock')).data).toEqual({ now: '2026-05-01T00:00:00.000Z' });
    expect((await open()).data.created_at).toBe('2026-05-01T00:00:00Z');
  });

  it('do what owners do about the app', async () => {
    for (const what of ['suspend', 'unsuspend', 'uninstall'])
      await control('POST', 'installations', { do: what, on: 'octo-org' });
    await control('POST', 'installations', { do: 'install', on: 'octo-org' });
    await control('POST', 'installations', { do: 'choose', on: 'octo-org', repositories: [] });
    await control('POST', 'installations', { do: 'ping' });
    await control('POST', 'webhooks/settled');
    const installation = ['suspend', 'unsuspend', 'deleted', 'created'].map((action) => `installation.${action}`);
    expect(namesOf(receiver)).toEqual([...installation, 'installation_repositories.removed', 'ping']);
    expect((await control('POST', 'installations', { do: 'uninstall', on: 'octo-nobody' })).data).toEqual({
      message: 'nobody here is called octo-nobody',
    });
  });

  it('make deliveries go wrong, and wait until they are made', async () => {
    await control('POST', 'webhooks', { disturbance: { kind: 'delayed', ms: 1000 } });
    await open();
    await control('POST', 'webhooks/settled');
    expect(receiver.received.length).toBe(0);
    await control('POST', 'webhooks/flush');
    await control('POST', 'webhooks/settled');
    expect(receiver.received.length).toBe(1);
    await control('DELETE', 'webhooks');
    expect((await control('GET', 'webhooks')).data).toEqual([]);
  });

  it('hand out a snapshot', async () => {
    expect((await control('GET', 'snapshot')).data).toEqual(github.snapshot());
  });

  it('say what is wrong with what they are sent, and which there are', async () => {
    const wrong = await control('POST', 'faults', { fault: { kind: 'status', status: 200 } });
    expect([wrong.status, wrong.data.message]).toEqual([400, expect.stringContaining('fault.status')]);
    const none = await control('GET', 'nothing');
    expect([none.status, none.data.message]).toEqual([404, expect.stringContaining('POST /_emulator/faults')]);
  });

  it('are no requests to GitHub: not logged, not counted, never failing', async () => {
    github.faults.add({ fault: { kind: 'status', status: 500 } });
    github.limits.set({ anonymous: 0 });
    expect((await control('GET', 'clock')).status).toBe(200);
    expect(github.requests).toEqual([]);
  });
});

describe('a route that is unknown', () => {
  it('is refused as GitHub does it, and listed once', async () => {
    const octokit = octokitFor(github);
    for (let each = 0; each < 2; each += 1) {
      const { status, body } = await refusalOf(octokit.request('GET /repos/{owner}/{repo}/no-such-thing', place));
      expect([status, body.message]).toEqual([404, 'Not Found']);
    }
    await refusalOf(octokit.issues.get({ ...place, issue_number: 99 }));
    expect(github.unknownRoutes).toEqual(['GET /repos/octo-org/octo-repo/no-such-thing']);
    expect((await control('GET', 'unknown-routes')).data).toEqual(github.unknownRoutes);
  });
});
