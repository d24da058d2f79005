import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { remark } from 'remark';
import remit, { type RemitOptions } from '../../src/entry/remark.ts';
import { aTree } from './terminal.ts';

const sound = readFileSync('docs/example/WORKING-GROUPS.md', 'utf8');
const drifted = sound
  .replace('octo-lead-4) | Octo Labs | User Experience', 'octo-lead-4) | Octo Labs | User Experiences')
  .replace('](#leads)', '](#laeds)');

describe('the plugin for remark', () => {
  it('says what Remit finds, on the line, with what would be right and where the rule is explained', async () => {
    const messages = await messagesOf(drifted);
    expect(messages.find(({ ruleId }) => ruleId === 'seat-of-unknown-group')).toMatchObject({
      source: 'remit',
      fatal: true,
      line: 22,
      reason: expect.stringMatching(/“User Experiences”.*; did you mean “User Experience”\?/),
      actual: 'User Experiences',
      expected: ['User Experience'],
      url: expect.stringMatching(/\/docs\/reference\/rules\/seat-of-unknown-group\.md$/),
      note: expect.stringMatching(/\w+/),
    });
  });

  it('gives the place in lines, columns and offsets', async () => {
    const [{ place } = {}] = await messagesOf(drifted, { only: ['seat-of-unknown-group'] });
    const { start, end } = place as { start: { offset: number }; end: { offset: number } };
    expect(drifted.slice(start.offset, end.offset)).toBe('User Experiences');
  });

  it('says nothing of a document that is in order', async () => {
    expect(await messagesOf(sound)).toEqual([]);
  });

  it('leaves out the rules that are off', async () => {
    const messages = await messagesOf(drifted, { rules: { 'seat-of-unknown-group': 'off' } });
    expect(messages.map(({ ruleId }) => ruleId)).not.toContain('seat-of-unknown-group');
    expect(messages).not.toEqual([]);
  });

  it('runs only the rules that are asked for, each as bad as it is set', async () => {
    const settings: RemitOptions = { only: ['seat-of-unknown-group'], rules: { 'seat-of-unknown-group': 'warning' } };
    expect((await messagesOf(drifted, settings)).map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([
      ['seat-of-unknown-group', false],
    ]);
  });

  it('leaves the document as it is', async () => {
    const before = await remark().process(drifted);
    const after = await remark().use(remit).process(drifted);
    expect(String(after)).toBe(String(before));
  });

  it.each([
    [{ rules: { 'seat-of-unkown-group': 'off' } }, /there is no rule “seat-of-unkown-group”/],
    [{ only: ['seats'] }, /there is no rule “seats”/],
    [{ rules: { 'row-cells': 'loud' } }, /row-cells must be off, error, warning, info, not “loud”/],
  ])('refuses %j', async (options, message) => {
    await expect(messagesOf(sound, options as RemitOptions)).rejects.toThrow(message);
  });

  it('runs in remark’s own command line from the package', async () => {
    const tree = aTree({
      'package.json': '{ "type": "module" }',
      'WORKING-GROUPS.md': drifted,
      '.remarkrc.json': '{ "plugins": [["remit-bot/remark", { "only": ["seat-of-unknown-group"] }]] }',
    });
    mkdirSync(join(tree, 'node_modules'));
    symlinkSync(resolve('.'), join(tree, 'node_modules', 'remit-bot'));
    const { code, err } = await remarkCli(tree, ['--no-color', '--quiet', 'WORKING-GROUPS.md']);
    expect(code).toBe(1);
    expect(err).toMatch(/^22:\d+-22:\d+\s+error\s+.*“User Experiences”.*\sseat-of-unknown-group\s+remit$/m);
  });
});

async function messagesOf(text: string, options: RemitOptions = {}) {
  const file = await remark().use(remit, options).process({ path: 'WORKING-GROUPS.md', value: text });
  return file.messages;
}

async function remarkCli(cwd: string, args: string[]): Promise<{ code: number; err: string }> {
  const cli = resolve('node_modules/remark-cli/cli.js');
  return promisify(execFile)('node', [cli, ...args], { cwd }).then(
    ({ stderr }) => ({ code: 0, err: stderr }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, err: stderr }),
  );
}
