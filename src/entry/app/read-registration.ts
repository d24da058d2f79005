import type { Logger } from 'pino';
import { Probot, ProbotOctokit } from 'probot';
import { type Client, fetchPages, fetchRest } from '../../adapters/github/client.ts';
import { withoutQueues } from '../../adapters/github/throttle.ts';
import type { Credentials } from './credentials.ts';
import type { Registration } from './setup-problems.ts';

interface AppAnswer {
  html_url: string;
  permissions: Record<string, string>;
  events: string[];
}

interface InstallationAnswer {
  account: { login: string } | null;
  permissions: Record<string, string>;
  suspended_at: string | null;
  html_url: string;
}

/** Asks GitHub how the App is registered, as the App itself. Errors: `Unreachable` or `Refused`. */
export async function readRegistration(
  { appId, privateKey, webhookSecret }: Credentials,
  { apiUrl, log }: { apiUrl: string; log: Logger },
): Promise<Registration> {
  const Octokit = ProbotOctokit.defaults(withoutQueues);
  const probot = new Probot({ appId, privateKey, secret: webhookSecret, baseUrl: apiUrl, log, Octokit });
  await probot.ready();
  const client = (await probot.auth()) as unknown as Client;
  const app = (await fetchRest(client, 'GET /app', {})) as AppAnswer;
  const hook = (await fetchRest(client, 'GET /app/hook/config', {})) as Registration['hook'];
  const installations = await fetchPages<InstallationAnswer>(client, 'GET /app/installations', {});
  return {
    app: { permissions: app.permissions, events: app.events, settings: app.html_url },
    hook,
    installations: installations.map(({ account, permissions, suspended_at: suspended, html_url: settings }) => ({
      account: account?.login ?? 'a deleted account',
      permissions,
      suspended: suspended !== null,
      settings,
    })),
  };
}
