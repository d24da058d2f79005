import { generateKeyPairSync } from 'node:crypto';
import { createAccount } from './account.ts';
import type { Account, App } from './entities.ts';
import type { Ids } from './ids.ts';
import type { State } from './state.ts';

let keys: { privateKey: string; publicKey: string } | undefined;

/** The app's keys: made when they are first asked for, once a process, since that takes longer than all else at a start. */
export function keyPair(): { privateKey: string; publicKey: string } {
  keys ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return keys;
}

/** What an app asks for that reads documents and looks after issues and pull requests. */
const usualPermissions: Record<string, string> = {
  checks: 'write',
  contents: 'write',
  issues: 'write',
  members: 'read',
  pull_requests: 'write',
  statuses: 'write',
};

/** The one app that is registered here; every app may read metadata. */
export function createApp(
  ids: Ids,
  { slug, name, permissions = usualPermissions }: { slug: string; name?: string; permissions?: Record<string, string> },
  createdAt: string,
): App {
  const login = `${slug}[bot]`;
  const bot = createAccount({ kind: 'Bot', ...ids.next('Bot'), login, name: null, createdAt });
  return {
    ...ids.next('App'),
    slug,
    name: name ?? slug,
    bot,
    permissions: { metadata: 'read', ...permissions },
    createdAt,
  };
}

/** Stands for the app like its id, which GitHub takes as the issuer of a JSON web token too. */
export function clientIdOf({ id }: App): string {
  return `Iv1.${String(id).padStart(16, '0')}`;
}

/**
 * The app that a bot acts for. Apps besides the one that is registered here are known by their bots alone, such as
 * `github-actions[bot]`, for which a workflow's token stands.
 */
export function appOf({ app }: State, bot: Account): App {
  if (bot === app.bot) return app;
  const { id, nodeId, createdAt } = bot;
  const slug = bot.login.replace(/\[bot\]$/, '');
  return { id, nodeId, slug, name: bot.name ?? slug, bot, permissions: {}, createdAt };
}
