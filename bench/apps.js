import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Starts Remit as one does, with its embedded database in a folder of its own, or on the server that is named. */
export async function startRemit(github, databaseUrl) {
  const folder = mkdtempSync(join(tmpdir(), 'remit-bench-'));
  const env = {
    ...github.env,
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : { REMIT_DATA: folder, DATABASE_URL: '' }),
    LOG_LEVEL: 'fatal',
  };
  const app = await startApp([pathOf('../dist/entry/cli/main.js'), 'serve'], env);
  return { ...app, cleanUp: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts the least that a Probot app can be. */
export async function startBareProbot(github) {
  return startApp([pathOf('./bare-probot.js')], { ...github.env, PORT: String(await freePort()) });
}

async function startApp(args, env) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: 'inherit',
  });
  const base = `http://127.0.0.1:${env.PORT}`;
  await untilAnswers(base, child);
  return { child, url: `${base}/api/github/webhooks` };
}

/** Starts the emulated GitHub, which opens some issues and tells the address given of them. */
export async function startGitHub(webhookUrl, issues) {
  const child = fork(pathOf('./emulated-github.js'), [webhookUrl, String(issues)]);
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`the emulated GitHub ended with ${code}`)),
  );
  const [{ host, app }] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => {});
  return {
    child,
    env: {
      APP_ID: String(app.id),
      PRIVATE_KEY: app.privateKey,
      WEBHOOK_SECRET: app.webhookSecret,
      GHE_HOST: host,
      GHE_PROTOCOL: 'http',
    },
  };
}

/** Any answer will do: it only matters that somebody listens. */
async function untilAnswers(url, child) {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) throw new Error(`an app ended with ${child.exitCode} before it listened`);
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers at ${url}`);
}

/** Ends a process at once: what is acknowledged is stored, and nobody needs the rest of the work. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
