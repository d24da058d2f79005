import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const page = readFileSync('docs/adding-a-rule.md', 'utf8');

/** What the page's steps need of the project. */
const needed = [
  'src',
  'scripts',
  'docs/reference',
  'schema',
  '__tests__/contract',
  '__tests__/rule-examples.ts',
  'docs/example',
  '__tests__/units.test.ts',
  '__tests__/build-once.js',
  '__tests__/clear-up.js',
  'jest.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'tsconfig.types.json',
];

describe('docs/adding-a-rule.md', () => {
  it('leads from nothing to a rule that is tested and documented', async () => {
    const project = copyOfProject();
    await run(project, ['scripts/new.js', 'rule', 'shouting-heading']);
    expect(await testUnits(project)).toMatchObject({ code: 1, out: expect.stringMatching(/✕ something is wrong/) });

    writeFileSync(join(project, 'src/governance/rules/shouting-heading.ts'), codeOf(page));
    await run(project, ['scripts/generate.js']);
    expect(await testUnits(project)).toMatchObject({ code: 0, out: expect.stringMatching(/✓ a heading in capitals/) });
    const reference = readFileSync(join(project, 'docs/reference/rules/shouting-heading.md'), 'utf8');
    expect(reference).toContain('- line 3: the heading “LIST OF GROUPS” is written in capitals');
    expect(readFileSync(join(project, 'schema/remit.json'), 'utf8')).toContain('"shouting-heading"');
  });

  it('names the commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = [...page.matchAll(/npm (?:run )?(\w+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

function copyOfProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'remit-rule-'));
  for (const path of needed) cpSync(path, join(project, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  return project;
}

const codeOf = (text: string): string => /```ts\n([\s\S]*?)```/.exec(text)?.[1] ?? '';

async function run(cwd: string, args: string[]): Promise<{ code: number; out: string }> {
  const env = { ...process.env, REMIT_SKIP_BUILD: '1' };
  return promisify(execFile)('node', args, { cwd, env }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout + stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, out: stdout + stderr }),
  );
}

const testUnits = (project: string) =>
  run(project, ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--verbose', 'units']);
