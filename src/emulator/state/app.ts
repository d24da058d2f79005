import { generateKeyPairSync } from 'node:crypto';
import { createAccount } from './account.ts';
import type { App } from './entities.ts';
import type { Ids } from './ids.ts';

let keys: { privateKey: string; publicKey: string } | undefined;

/** A pair made once a process, since that takes longer than all the rest of a start. */
export function keyPair() {
  keys ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return keys;
}

/** The one app that is registered here. */
export function createApp(ids: Ids, { slug, name }: { slug: string; name?: string }, createdAt: string): App {
  const login = `${slug}[bot]`;
  const bot = createAccount({ kind: 'Bot', ...ids.next('Bot'), login, name: null, createdAt });
  return { ...ids.next('App'), slug, name: name ?? slug, bot, ...keyPair(), createdAt };
}
