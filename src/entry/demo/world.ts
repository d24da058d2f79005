import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Octokit } from '@octokit/core';
import { systemClock } from '../../adapters/clock.ts';
import { openStore } from '../../adapters/store.ts';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import type { Ledger } from '../../model/ports.ts';
import { type Bot, startBot, webhookPath } from '../app/bot.ts';
import { createLog } from '../app/log.ts';
import { octoMesh, repository } from './octo-mesh.ts';
import { settle } from './settle.ts';

/** The emulated GitHub and the real bot on it, and people who act there as they would on GitHub. */
export interface World {
  github: Emulator;
  bot: Bot;
  ledger: Ledger;
  /** A request to GitHub's REST API as that person, in the demo's repository. */
  as(login: string): (route: string, parameters?: Record<string, unknown>) => Promise<unknown>;
  /** Resolves when every delivery has been made and the bot has worked off all that follows. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'remit-demo-'));
  const log = createLog('fatal');
  const github = await startEmulator({ seed: octoMesh });
  const store = await openStore({ database: { kind: 'embedded', folder }, log });
  const bot = await startBot({
    credentials: github.app && { ...github.app, appId: github.app.id },
    apiUrl: github.apiUrl,
    inbox: store.inbox,
    ledger: store.ledger,
    sweeps: store.sweeps,
    carriedOut: store.carriedOut,
    clock: systemClock,
    log,
    host: '127.0.0.1',
    port: 0,
  });
  github.setWebhookUrl(bot.url + webhookPath);

  return {
    github,
    bot,
    ledger: store.ledger,
    as(login) {
      const octokit = new Octokit({ auth: github.as(login).token, baseUrl: github.apiUrl });
      return async (route, parameters) => (await octokit.request(route, { ...repository, ...parameters })).data;
    },
    settle: () => settle(github, store.inbox),
    async stop() {
      await bot.stop();
      await store.close();
      await github.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
