import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { appToken } from './app-token.ts';
import { octokitFor, place, refusalOf, silent, startOctoWorld } from './octo-world.ts';
import { namesOf, type Receiver, startReceiver } from './receiver.ts';

let github: Emulator;
let receiver: Receiver;
let app: Octokit;
beforeEach(async () => {
  receiver = await startReceiver();
  github = await startOctoWorld({ webhookUrl: receiver.url });
  app = new Octokit({ auth: appToken(github), baseUrl: github.apiUrl, log: silent });
});
afterEach(async () => {
  await github.close();
  await receiver.close();
});

const act = async () => {
  const octokit = octokitFor(github);
  const { data } = await octokit.issues.create({ ...place, title: 'x', labels: ['bug'] });
  await octokit.issues.createComment({ ...place, issue_number: data.number, body: 'y' });
  await github.settled();
};

describe('a delivery', () => {
  it('arrives late when the clock has come to it', async () => {
    github.webhooks.disturb({ event: 'issues', action: 'opened', disturbance: { kind: 'delayed', ms: 60_000 } });
    await act();
    expect(namesOf(receiver)).toEqual(['issues.labeled', 'issue_comment.created']);
    github.clock.advance(59_000);
    await github.settled();
    expect(receiver.received.length).toBe(2);
    github.clock.advance(1_000);
    await github.settled();
    expect(namesOf(receiver)).toEqual(['issues.labeled', 'issue_comment.created', 'issues.opened']);
  });

  it('is overtaken by so many others', async () => {
    github.webhooks.disturb({ action: 'opened', disturbance: { kind: 'overtaken', by: 1 } });
    await act();
    expect(namesOf(receiver)).toEqual(['issues.labeled', 'issues.opened', 'issue_comment.created']);
  });

  it('is the last where fewer others follow than should overtake it', async () => {
    github.webhooks.disturb({ nth: 1, disturbance: { kind: 'overtaken', by: 9 } });
    await act();
    expect(namesOf(receiver).at(-1)).toBe('issues.opened');
  });

  it('arrives twice under one GUID', async () => {
    github.webhooks.disturb({ event: 'issue_comment', disturbance: { kind: 'doubled' } });
    await act();
    const guids = receiver.received.map(({ headers }) => headers['x-github-delivery']);
    expect([guids.length, guids[2]]).toEqual([4, guids[3]]);
    expect(receiver.received[3]?.raw).toBe(receiver.received[2]?.raw);
  });

  it('is lost once, and goes well when all is well again', async () => {
    github.webhooks.disturb({ disturbance: { kind: 'lost' } });
    await act();
    expect([receiver.received.length, github.deliveries.map(({ status }) => status)]).toEqual([0, [0, 0, 0]]);
    github.webhooks.clear();
    await act();
    expect(receiver.received.length).toBe(3);
  });

  it('goes at once when all that is held back is let go', async () => {
    github.webhooks.disturb({ disturbance: { kind: 'delayed', ms: 1 } });
    await act();
    github.webhooks.flush();
    await github.settled();
    expect(namesOf(receiver)).toEqual(['issues.opened', 'issues.labeled', 'issue_comment.created']);
  });
});

describe('the app’s log of deliveries', () => {
  it('lists them from the newest, page by page', async () => {
    await act();
    const { data, headers } = await app.apps.listWebhookDeliveries({ per_page: 2 });
    expect(data.map(({ event, action, status, status_code }) => [event, action, status, status_code])).toEqual([
      ['issue_comment', 'created', 'OK', 200],
      ['issues', 'labeled', 'OK', 200],
    ]);
    expect(headers.link).toMatch(/cursor=v1_\d+>; rel="next"$/);
    const all = await app.paginate(app.apps.listWebhookDeliveries, { per_page: 2 });
    expect(all.map(({ action }) => action)).toEqual(['created', 'labeled', 'opened']);
  });

  it('shows what was sent and what came back', async () => {
    await act();
    const [delivery] = github.deliveries;
    const { data } = await app.apps.getWebhookDelivery({ delivery_id: delivery!.id });
    expect(data).toMatchObject({
      guid: delivery?.guid,
      url: receiver.url,
      redelivery: false,
      request: { headers: { 'x-github-event': 'issues' }, payload: { action: 'opened' } },
      response: { payload: '' },
    });
    expect(data.installation_id).toBe([...github.state.installations.keys()][0]);
  });

  it('tells what failed, and sends it again by its id', async () => {
    github.webhooks.disturb({ nth: 2, disturbance: { kind: 'lost' } });
    await act();
    const failed = async () =>
      (await app.request('GET /app/hook/deliveries', { status: 'failure' })).data.map(({ id }) => id);
    const [id] = await failed();
    expect(await failed()).toEqual([github.deliveries[1]?.id]);
    expect((await app.apps.redeliverWebhookDelivery({ delivery_id: Number(id) })).status).toBe(202);
    await github.settled();
    expect(namesOf(receiver).at(-1)).toBe('issues.labeled');
    const [newest] = (await app.apps.listWebhookDeliveries()).data;
    expect(newest).toMatchObject({ guid: github.deliveries[1]?.guid, redelivery: true, status: 'OK' });
    expect(newest?.id).not.toBe(id);
  });

  it('is for the app alone, and knows no others', async () => {
    expect((await refusalOf(octokitFor(github).apps.listWebhookDeliveries())).status).toBe(401);
    expect((await refusalOf(app.apps.getWebhookDelivery({ delivery_id: 1 }))).status).toBe(404);
    expect((await refusalOf(app.apps.listWebhookDeliveries({ cursor: 'x' }))).status).toBe(400);
  });
});
