import { readFileSync } from 'node:fs';

/** What GitHub gave the App when it was made. */
export interface Credentials {
  appId: number;
  privateKey: string;
  webhookSecret: string;
}

type Environment = Record<string, string | undefined>;

/**
 * @returns the credentials; `null` when none are there at all, which means that the App is yet to be set up; or what is
 * wrong with them.
 */
export function readCredentials(env: Environment): Credentials | null | { problem: string } {
  const { APP_ID, PRIVATE_KEY, PRIVATE_KEY_PATH, WEBHOOK_SECRET } = env;
  if (!APP_ID && !PRIVATE_KEY && !PRIVATE_KEY_PATH) return null;
  const appId = Number(APP_ID);
  if (!Number.isInteger(appId) || appId <= 0) return { problem: 'APP_ID must be the App’s number, such as 12345' };
  if (!WEBHOOK_SECRET) return { problem: 'WEBHOOK_SECRET is missing: without it anyone could send deliveries' };
  const key = PRIVATE_KEY ? readKey(PRIVATE_KEY) : readKeyFile(PRIVATE_KEY_PATH);
  if ('problem' in key) return key;
  return { appId, privateKey: key.pem, webhookSecret: WEBHOOK_SECRET };
}

/** Where the GitHub of the environment answers; `GHE_HOST` as Probot understands it. */
export function apiUrl(env: Environment): string {
  return env.GHE_HOST ? `${env.GHE_PROTOCOL ?? 'https'}://${env.GHE_HOST}/api/v3` : 'https://api.github.com';
}

function readKeyFile(path: string | undefined): { pem: string } | { problem: string } {
  if (!path) return { problem: 'PRIVATE_KEY or PRIVATE_KEY_PATH is missing' };
  try {
    return readKey(readFileSync(path, 'utf8'));
  } catch {
    return { problem: `PRIVATE_KEY_PATH: ${path} can’t be read` };
  }
}

/** Environment files and secret stores often keep the key's lines as `\n`, or the whole key in base64. */
function readKey(text: string): { pem: string } | { problem: string } {
  const decoded = text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('utf8');
  const pem = decoded.replaceAll('\\n', '\n').replace(/^"|"$/g, '').trim();
  const complete = /^-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+-----END [A-Z ]*PRIVATE KEY-----$/.test(pem);
  return complete ? { pem: `${pem}\n` } : { problem: 'the private key is no PEM file; download it again from GitHub' };
}
