import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Probot } from 'probot';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place, startOctoWorld } from './octo-world.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => stop?.());

/** An ordinary Probot app behind an ordinary server, which knows of the emulator by its address only. */
async function startProbot(emulator: Emulator, app: (probot: Probot) => void): Promise<string> {
  const { id: appId, privateKey, webhookSecret: secret } = emulator.app;
  const probot = new Probot({ appId, privateKey, secret, baseUrl: emulator.apiUrl, log: pino({ level: 'silent' }) });
  await probot.load(app);
  const middleware = await probot.getNodeMiddleware({ path: '/api/github/webhooks' });
  const server = createServer((request, response) => void middleware(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/github/webhooks`;
}

it('a Probot app hears of an issue and answers it', async () => {
  const emulator = await startOctoWorld({ clock: () => new Date() });
  const url = await startProbot(emulator, (probot) => {
    probot.on('issues.opened', async (context) => {
      await context.octokit.rest.issues.createComment(context.issue({ body: `Hello ${context.payload.sender.login}` }));
      await context.octokit.graphql(
        'mutation Label($issue: ID!, $label: ID!) { addLabelsToLabelable(input: { labelableId: $issue, labelIds: [$label] }) { clientMutationId } }',
        {
          issue: context.payload.issue.node_id,
          label: emulator.state.repositories.get('octo-org/octo-repo')!.labels.get('bug')!.nodeId,
        },
      );
    });
  });
  emulator.setWebhookUrl(url);
  const octokit = octokitFor(emulator);
  const { data: issue } = await octokit.issues.create({ ...place, title: 'Hello?' });
  await emulator.settled();

  const { data: comments } = await octokit.issues.listComments({ ...place, issue_number: issue.number });
  expect(comments).toMatchObject([{ body: 'Hello octo-user-1', user: { login: 'octo-app[bot]', type: 'Bot' } }]);
  const { data: events } = await octokit.issues.listEvents({ ...place, issue_number: issue.number });
  expect(events).toMatchObject([{ event: 'labeled', actor: { login: 'octo-app[bot]' }, label: { name: 'bug' } }]);
  expect(emulator.deliveries.map(({ event, action, status }) => [event, action, status])).toEqual([
    ['issues', 'opened', 200],
    ['issue_comment', 'created', 200],
    ['issues', 'labeled', 200],
  ]);
  await emulator.close();
});

it('a Probot app gets through what fails once: its token, its comment, its query', async () => {
  const emulator = await startOctoWorld({ clock: () => new Date() });
  const seen: string[] = [];
  const url = await startProbot(emulator, (probot) => {
    probot.on('issues.opened', async (context) => {
      await context.octokit.rest.issues.createComment(context.issue({ body: 'Hello' }));
      const { viewer } = await context.octokit.graphql<{ viewer: { login: string } }>('query Who { viewer { login } }');
      seen.push(viewer.login);
    });
  });
  emulator.setWebhookUrl(url);
  const failing = { nth: 1, fault: { kind: 'status', status: 502 } } as const;
  emulator.faults.add({ path: '/app/installations/{installation_id}/access_tokens', ...failing });
  emulator.faults.add({ path: '/repos/{owner}/{repo}/issues/{issue_number}/comments', method: 'POST', ...failing });
  emulator.faults.add({ operation: 'Who', ...failing });
  await octokitFor(emulator).issues.create({ ...place, title: 'Hello?' });
  await emulator.settled();

  expect(emulator.requests.filter(({ fault }) => fault)).toHaveLength(3);
  expect(seen).toEqual(['octo-app[bot]']);
  const { data } = await octokitFor(emulator).issues.listComments({ ...place, issue_number: 1 });
  expect(data.map(({ body }) => body)).toEqual(['Hello']);
  expect(emulator.deliveries[0]).toMatchObject({ event: 'issues', status: 200 });
  await emulator.close();
});

it('a Probot app refuses what another secret signed', async () => {
  const emulator = await startOctoWorld();
  const url = await startProbot(emulator, () => {});
  const other = await startOctoWorld({ webhookUrl: url, webhookSecret: 'another secret' });
  await octokitFor(other).issues.create({ ...place, title: 'Hello?' });
  await other.settled();
  expect(other.deliveries.map(({ status }) => status)).toEqual([400]);
  await Promise.all([emulator.close(), other.close()]);
});
