import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Worker threads, child processes and the command line run from the build: make it once, before the first test. */
export default async function buildOnce() {
  if (!process.env.REMIT_SKIP_BUILD) execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  process.env.REMIT_EMBEDDED_TEMPLATE = await embeddedTemplate();
  // Workers and what they start take it with their environment, and all that they leave goes with it.
  process.env.REMIT_TESTS_FOLDER = mkdtempSync(join(tmpdir(), 'remit-tests-'));
  process.env.TMPDIR = process.env.REMIT_TESTS_FOLDER;
}

/** A new embedded database takes seconds to make, a copy of one next to nothing. */
async function embeddedTemplate() {
  // Another version of either library makes another database.
  const versions = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex').slice(0, 12);
  const template = `node_modules/.cache/remit-embedded-${versions}`;
  if (existsSync(template)) return template;
  const { openStore } = await import('../dist/adapters/store.js');
  const aside = `${template}.${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  const store = await openStore({ database: { kind: 'embedded', folder: aside } });
  await store.close();
  renameSync(aside, template);
  return template;
}
