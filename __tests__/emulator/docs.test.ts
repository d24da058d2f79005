import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from '@jest/globals';

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

/** `remit emulate` as its own process, once it has said where it is. */
async function startEmulate(args: string[]) {
  const child = spawn(process.execPath, [resolve('dist/entry/cli/main.js'), 'emulate', ...args], { cwd: folder });
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    if (printed.includes('Ctrl+C')) break;
  }
  return { printed, stop: () => child.kill() };
}

it('the guide’s script drives the emulated GitHub with plain Octokit, GraphQL and Probot', async () => {
  writeFileSync(join(folder, 'octo.yml'), block('yaml'));
  const port = String(await freePort());
  const webhookUrl = `http://127.0.0.1:${port}/`;
  const options = ['--port', '0', '--seed', 'octo.yml', '--webhook-url', webhookUrl, '--variables', 'octo.env'];
  const { printed, stop } = await startEmulate(options);
  try {
    expect(printed).toMatch(/Octokit .*baseUrl: 'http:\/\/127\.0\.0\.1:\d+\/api\/v3'/);
    expect(printed).toMatch(/gh +GH_ENTERPRISE_TOKEN=ghp_\w+ gh api http/);
    const run = [`--env-file=${join(folder, 'octo.env')}`, '--input-type=module', '--eval', block('js')];
    // From the project’s folder, where the packages are found.
    const { stdout } = await promisify(execFile)(process.execPath, run, { env: { ...process.env, PORT: port } });
    expect(stdout).toMatch(/\/octo-org\/octo-repo\/issues\/1 \[ \{ name: 'triage' \} \]/);
  } finally {
    stop();
  }
});

it('the guide’s script is short', () => {
  expect(block('js').trim().split('\n').length).toBeLessThan(45);
});

it('without --variables nothing is written', async () => {
  const { stop } = await startEmulate(['--port', '0']);
  stop();
  expect(existsSync(join(folder, 'octo.env'))).toBe(false);
});
