import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startEmulate } from './emulate-process.ts';

const guide = readFileSync('docs/emulator.md', 'utf8');
const block = (language: string) => new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(guide)?.[1] ?? '';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emulator-docs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

it('the guide’s script drives the emulated GitHub with plain Octokit, GraphQL and Probot', async () => {
  writeFileSync(join(folder, 'octo.yml'), block('yaml'));
  const port = String(await freePort());
  const webhookUrl = `http://127.0.0.1:${port}/`;
  const options = ['--port', '0', '--seed', 'octo.yml', '--webhook-url', webhookUrl, '--variables', 'octo.env'];
  const { printed, stop } = await startEmulate(options, { cwd: folder });
  try {
    expect(printed).toMatch(/Octokit .*baseUrl: 'http:\/\/127\.0\.0\.1:\d+\/api\/v3'/);
    expect(printed).toMatch(/gh +GH_ENTERPRISE_TOKEN=ghp_\w+ gh api http/);
    const run = [`--env-file=${join(folder, 'octo.env')}`, '--input-type=module', '--eval', block('js')];
    // From the project’s folder, where the packages are found.
    const { stdout } = await promisify(execFile)(process.execPath, run, { env: { ...process.env, PORT: port } });
    expect(stdout).toMatch(/\/octo-org\/octo-repo\/issues\/1 \[ \{ name: 'triage' \} \]/);
  } finally {
    await stop();
  }
});

it('the guide’s script is short', () => {
  expect(block('js').trim().split('\n').length).toBeLessThan(45);
});

it('without --variables nothing is written', async () => {
  const { stop } = await startEmulate(['--port', '0'], { cwd: folder });
  await stop();
  expect(existsSync(join(folder, 'octo.env'))).toBe(false);
});

it('what was asked for and is not answered is listed when it ends', async () => {
  const { url, stop } = await startEmulate(['--port', '0'], { cwd: folder });
  for (const path of ['/api/v3/no/such/thing', '/api/v3/no/such/thing', '/api/v3/rate_limit']) await fetch(url + path);
  const { last, code } = await stop();
  expect(last.trim()).toBe('Asked for, and not answered here:\n\n  GET /no/such/thing');
  expect(code).toBe(0);
});

it('nothing is listed where all was answered', async () => {
  const { url, stop } = await startEmulate(['--port', '0'], { cwd: folder });
  await fetch(`${url}/api/v3/rate_limit`);
  expect(await stop()).toEqual({ last: '', code: 0 });
});
