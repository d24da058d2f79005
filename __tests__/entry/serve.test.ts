import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { privateKey } from '../private-key.ts';

const main = resolve('dist/entry/cli/main.js');

describe('remit serve', () => {
  it('without credentials offers the set-up on this machine only, and says what to do', async () => {
    const bot = start({ PORT: '43117', HOST: '0.0.0.0' });
    const said = await bot.says(/answers on this machine only/);
    expect(said).toMatch(/http:\/\/127\.0\.0\.1:43117\/probot/);
    const page = await fetch('http://127.0.0.1:43117/probot');
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Register GitHub App')]);
    bot.tellToStop();
    expect(await bot.ended).toBe(0);
  });

  it.each([
    [{ APP_ID: 'seven', PRIVATE_KEY: privateKey, WEBHOOK_SECRET: 's' }, /APP_ID/],
    [{ APP_ID: '7', PRIVATE_KEY: privateKey }, /WEBHOOK_SECRET/],
    [{ APP_ID: '7', WEBHOOK_SECRET: 's' }, /PRIVATE_KEY/],
    [{ APP_ID: '7', WEBHOOK_SECRET: 's', PRIVATE_KEY: 'no key' }, /PEM/],
    [{ APP_ID: '7', WEBHOOK_SECRET: 's', PRIVATE_KEY: privateKey, PORT: 'x' }, /PORT/],
    [{ APP_ID: '7', WEBHOOK_SECRET: 's', PRIVATE_KEY: privateKey, REMIT_QUIET: 'x' }, /REMIT_QUIET/],
    [{ APP_ID: '7', WEBHOOK_SECRET: 's', PRIVATE_KEY: privateKey, REMIT_SWEEP_SHARE: '7' }, /REMIT_SWEEP_SHARE/],
  ])('ends with 2 and names what is wrong with %j', async (env, message) => {
    const bot = start(env as Record<string, string>);
    expect(await bot.ended).toBe(2);
    expect(bot.said()).toMatch(message);
  });
});

function start(env: Record<string, string>) {
  const cwd = mkdtempSync(join(tmpdir(), 'remit-serve-'));
  const child = spawn(process.execPath, [main, 'serve'], { cwd, env: { PATH: process.env.PATH, ...env } });
  let said = '';
  const listeners: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  return {
    ended,
    said: () => said,
    tellToStop: () => child.kill('SIGTERM'),
    says: (pattern: RegExp) =>
      new Promise<string>((resolve, reject) => {
        const look = () => pattern.test(said) && resolve(said);
        listeners.push(look);
        look();
        void ended.then(() => reject(new Error(`it ended without saying ${pattern}:\n${said}`)));
      }),
  };
}
