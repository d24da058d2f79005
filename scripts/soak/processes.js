import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('./bot-process.js', import.meta.url));

/** Starts bots as processes of their own on an emulated GitHub and one database. */
export function botsOn(github, { database, schema }) {
  const { id: appId, privateKey, webhookSecret } = github.app;
  const credentials = { appId, privateKey, webhookSecret };
  return {
    /** @returns the process once it takes deliveries. Errors: rejects when it ends before. */
    async start(port) {
      const settings = JSON.stringify({ database, schema, credentials, apiUrl: github.apiUrl, port });
      const child = fork(file, { env: { ...process.env, SOAK: settings } });
      const ended = once(child, 'exit').then(([code, signal]) => {
        throw new Error(`a bot ended by itself: ${code ?? signal}`);
      });
      await Promise.race([once(child, 'message'), ended]);
      ended.catch(() => {});
      return child;
    },
  };
}

export async function kill(child) {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

export const urlOf = (port) => `http://127.0.0.1:${port}/api/github/webhooks`;

/** Resolves when no job waits or runs. @returns how many are dead. Errors: rejects when that takes over two minutes. */
export async function untilIdle(port, github) {
  for (let look = 0; look < 1200; look++) {
    await github.settled();
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).then((response) => response.json());
    const { waiting = 1, running = 1, dead = 0 } = answer.inbox ?? {};
    if (waiting === 0 && running === 0) return dead;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the work was not done within two minutes');
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
