import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aRepository, runGit } from '../repository.ts';
import { aTree, remit } from './terminal.ts';

const table = (cell: string) => `| Group | Notes |\n| --- | --- |\n| Docs | ${cell} |\n`;
const faulty = table('n/a\\');
const sound = table('n/a');
const withUnfixable = (text: string) => `${text}\n[a](#nowhere)\n`;

const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8');

describe('remit check --fix', () => {
  it('mends what has one right answer, and ends as the mended document deserves', async () => {
    const tree = aTree({ 'W.md': faulty });
    const { code, out, err } = await remit(tree, ['check', 'W.md', '--fix']);
    expect({ code, err }).toEqual({ code: 0, err: '1 fix applied: 1 in W.md\n' });
    expect(out).toMatch(/no problems in W\.md/);
    expect(read(tree, 'W.md')).toBe(sound);
  });

  it('prints what is left, at its place in the mended document', async () => {
    const tree = aTree({ 'W.md': `<!-- remit-disable row-cells -->\n${withUnfixable(faulty)}` });
    const { code, out, err } = await remit(tree, ['check', 'W.md', '--fix']);
    expect({ code, err }).toEqual({ code: 1, err: '2 fixes applied: 2 in W.md\n' });
    expect(out).toMatch(/5:1\s+error.*#nowhere/);
    expect(read(tree, 'W.md')).toBe(withUnfixable(sound));
  });

  it('mends several documents, those that are named twice once, and leaves the others untouched', async () => {
    const tree = aTree({ 'a.md': faulty, 'b.md': sound, 'c.md': faulty });
    const before = statSync(join(tree, 'b.md'));
    const { err } = await remit(tree, ['check', 'a.md', 'b.md', './a.md', 'c.md', '--fix']);
    expect(err).toBe('2 fixes applied: 1 in a.md, 1 in c.md\n');
    expect([read(tree, 'a.md'), read(tree, 'c.md')]).toEqual([sound, sound]);
    expect(statSync(join(tree, 'b.md')).ino).toBe(before.ino);
  });

  it('goes on until nothing is left that could be mended', async () => {
    const names = Array.from({ length: 4 }, (_, index) => `x-y-z-${index}`);
    const tree = aTree({ 'W.md': `<!-- remit-disable ${names.join(', ')}, dead-fragment -->\n\n[a](#a)\n` });
    await remit(tree, ['check', 'W.md', '--fix']);
    expect(read(tree, 'W.md')).toBe('<!-- remit-disable dead-fragment -->\n\n[a](#a)\n');
    expect((await remit(tree, ['check', 'W.md', '--fix'])).err).toBe('no fixes applied\n');
  });

  it('keeps CRLF, the byte order mark, the mode, and the missing line end', async () => {
    const text = `\uFEFF${faulty.replaceAll('\n', '\r\n')}\r\nlast`;
    const tree = aTree({ 'W.md': text });
    chmodSync(join(tree, 'W.md'), 0o664);
    await remit(tree, ['check', 'W.md', '--fix']);
    expect(read(tree, 'W.md')).toBe(text.replace('\\', ''));
    expect(statSync(join(tree, 'W.md')).mode & 0o777).toBe(0o664);
    expect(readdirSync(tree)).toEqual(['W.md']);
  });

  it('keeps an aligned table aligned', async () => {
    const tree = aTree({ 'W.md': '| Group | Notes |\n| ----- | ----- |\n| Docs  | n/a\\  |\n' });
    await remit(tree, ['check', 'W.md', '--fix']);
    expect(read(tree, 'W.md')).toBe('| Group | Notes |\n| ----- | ----- |\n| Docs  | n/a   |\n');
  });

  it('mends a document outside of the folder that was named as such', async () => {
    const outside = aTree({ 'W.md': faulty });
    await remit(aTree({}), ['check', join(outside, 'W.md'), '--fix']);
    expect(read(outside, 'W.md')).toBe(sound);
  });

  it('refuses a link out of the tree', async () => {
    const outside = aTree({ 'W.md': faulty });
    const tree = aTree({});
    symlinkSync(join(outside, 'W.md'), join(tree, 'W.md'));
    const { code, err } = await remit(tree, ['check', 'W.md', '--fix']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/W\.md is a link that leads out/) });
    expect(read(outside, 'W.md')).toBe(faulty);
  });

  it('prints one JSON document, of the mended documents', async () => {
    const { out } = await remit(aTree({ 'W.md': withUnfixable(faulty) }), ['check', 'W.md', '--fix', '--json']);
    expect(JSON.parse(out).files[0].findings.map(({ rule }: { rule: string }) => rule)).toEqual(['dead-fragment']);
  });
});

describe('remit check --fix --dry-run', () => {
  it.each([
    ['a document', 'W.md', withUnfixable(faulty), withUnfixable(sound)],
    ['one that does not end with a line end', 'W.md', faulty.trimEnd(), sound.trimEnd()],
    ['one with CRLF', 'W.md', faulty.replaceAll('\n', '\r\n'), sound.replaceAll('\n', '\r\n')],
    ['one with a blank and an umlaut in its name', 'über uns/a b.md', faulty, sound],
  ])('prints a patch that git applies, and writes nothing: %s', async (_what, path, text, mended) => {
    const repository = aRepository();
    repository.write({ [path]: text });
    const { out, err } = await remit(repository.root, ['check', path, '--fix', '--dry-run']);
    expect(read(repository.root, path)).toBe(text);
    expect(err).toMatch(/1 fix to apply: 1 in /);
    runGit(repository.root, ['apply', '-'], out);
    expect(read(repository.root, path)).toBe(mended);
  });

  it('prints one patch of several documents, and the findings that would be left to stderr', async () => {
    const repository = aRepository();
    repository.write({ 'a.md': faulty, 'b.md': withUnfixable(faulty) });
    const { code, out, err } = await remit(repository.root, ['check', 'a.md', 'b.md', '--fix', '--dry-run']);
    expect(code).toBe(1);
    expect(err).toMatch(/dead-fragment/);
    runGit(repository.root, ['apply', '-'], out);
    expect([read(repository.root, 'a.md'), read(repository.root, 'b.md')]).toEqual([sound, withUnfixable(sound)]);
  });

  it('prints nothing where nothing can be mended', async () => {
    const { out, err } = await remit(aTree({ 'W.md': sound }), ['check', 'W.md', '--fix', '--dry-run']);
    expect({ out, err }).toEqual({ out: '', err: expect.stringMatching(/no fixes to apply/) });
  });
});

describe('remit check -', () => {
  it('reads one document from stdin', async () => {
    const { code, out } = await remit(aTree({}), ['check', '-'], {}, withUnfixable(sound));
    expect(code).toBe(1);
    expect(out).toMatch(/^WORKING-GROUPS\.md[\s\S]*5:1.*dead-fragment/);
  });

  it('calls it as it is told', async () => {
    const { out } = await remit(aTree({}), ['check', '-', '--stdin-path', 'docs/a.md'], {}, sound);
    expect(out).toMatch(/docs\/a\.md/);
  });

  it('with --fix prints the mended document, and the findings to stderr', async () => {
    const text = `\uFEFF${withUnfixable(faulty)}`;
    const { code, out, err } = await remit(aTree({}), ['check', '-', '--fix'], {}, text);
    expect({ code, out }).toEqual({ code: 1, out: `\uFEFF${withUnfixable(sound)}` });
    expect(err).toMatch(/dead-fragment[\s\S]*1 fix applied/);
  });

  it('with --fix prints a document in which there is nothing to mend as it is', async () => {
    expect((await remit(aTree({}), ['check', '-', '--fix'], {}, sound)).out).toBe(sound);
  });
});

describe('remit check refuses', () => {
  it.each([
    ['stdin beside files', ['-', 'W.md'], /“-”.*stands alone/],
    ['to watch stdin', ['-', '--watch'], /--watch/],
    ['a dry run of nothing', ['W.md', '--dry-run'], /add --fix/],
    ['to watch and write', ['W.md', '--watch', '--fix'], /--watch.*--fix/],
  ])('%s', async (_what, args, message) => {
    const { code, out, err } = await remit(aTree({ 'W.md': sound }), ['check', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('a document on stdin that is larger than 5 MB, or not UTF-8', async () => {
    const { code, err } = await remit(aTree({}), ['check', '-'], {}, 'x'.repeat(6_000_000));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/WORKING-GROUPS\.md is larger than 5 MB/) });
  });
});
