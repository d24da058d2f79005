import type { Logger } from 'pino';
import { run, type Server } from 'probot';

/**
 * Probot's own set-up, which makes the GitHub App from a page and writes its credentials to `.env`. It is open to
 * whoever reaches it, so it listens on this machine only, whatever HOST says.
 */
export async function startSetUp(options: {
  port: number;
  publicUrl: string | undefined;
  log: Logger;
}): Promise<Server> {
  // The copy is taken first: a server that finds a relay in it would connect to it.
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(options.port), NODE_ENV: 'development' };
  delete env.WEBHOOK_PROXY_URL;
  // The set-up page reads these from the process: without them it would ask a public relay for a channel, and would
  // register the bot's root as the address for deliveries.
  process.env.NO_SMEE_SETUP = 'true';
  if (options.publicUrl) process.env.WEBHOOK_PROXY_URL = new URL('/api/github/webhooks', options.publicUrl).href;
  return (await run(() => {}, { env, log: options.log })) as unknown as Server;
}
