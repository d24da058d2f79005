import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { aTree, remit } from './terminal.ts';

const sound = readFileSync('docs/example/WORKING-GROUPS.md', 'utf8');
const drifted = sound.replace(
  'octo-lead-4) | Octo Labs | User Experience',
  'octo-lead-4) | Octo Labs | User Experiences',
);

describe('remit check', () => {
  it('ends with 0 where all is in order', async () => {
    const { code, out } = await remit(aTree({ 'WORKING-GROUPS.md': sound }), ['check']);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('WORKING-GROUPS.md') });
  });

  it('ends with 1 and names the line where something is wrong', async () => {
    const { code, out } = await remit(aTree({ 'WORKING-GROUPS.md': drifted }), ['check']);
    expect(code).toBe(1);
    expect(out).toMatch(/22:\d+\s+error.*“User Experiences”.*seat-of-unknown-group/);
  });

  it('prints one JSON document in the published shape', async () => {
    const { code, out } = await remit(aTree({ 'WORKING-GROUPS.md': drifted }), ['check', '--json']);
    expect(code).toBe(1);
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('schema/check.json', 'utf8')));
    const outcome = JSON.parse(out);
    expect([validate(outcome), validate.errors]).toEqual([true, null]);
    expect(outcome.files[0].findings).toContainEqual(
      expect.objectContaining({ rule: 'seat-of-unknown-group', severity: 'error', line: 22 }),
    );
  });

  it('annotates for GitHub', async () => {
    const { out } = await remit(aTree({ 'WORKING-GROUPS.md': drifted }), ['check', '--reporter', 'github']);
    expect(out).toMatch(/^::error file=WORKING-GROUPS\.md,line=22,/m);
  });

  it('lets a project decide what fails', async () => {
    const tree = aTree({ 'WORKING-GROUPS.md': drifted });
    expect((await remit(tree, ['check', '--fail-on', 'never'])).code).toBe(0);
    const relaxed = aTree({
      'WORKING-GROUPS.md': drifted,
      '.github/remit.yml': 'check:\n  rules:\n    seat-of-unknown-group: off\n    group-without-lead: off\n',
    });
    expect((await remit(relaxed, ['check'])).code).toBe(0);
  });

  it.each([
    ['a document that is not there', {}, ['check', 'NOWHERE.md'], /NOWHERE\.md/],
    ['nothing to check', { 'a.txt': '' }, ['check'], /no governance document/],
    [
      'a document that is not UTF-8',
      { 'W.md': Uint8Array.of(0x23, 0x20, 0xff, 0xfe, 0xfd) },
      ['check', 'W.md'],
      /UTF-8/,
    ],
    ['a binary document', { 'W.md': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0) }, ['check', 'W.md'], /W\.md/],
    ['a document of 10 MB', { 'W.md': 'x'.repeat(10_000_000) }, ['check', 'W.md'], /5 MB/],
    ['a path out of the tree', { 'W.md': '' }, ['check', '../W.md'], /\.\.\/W\.md/],
    ['an unknown option', {}, ['check', '--frobnicate'], /--frobnicate/],
    ['an unknown reporter', {}, ['check', '--reporter', 'xml'], /xml/],
    ['an unknown command', {}, ['frobnicate'], /frobnicate/],
  ])('ends with 2 and a clear error for %s', async (_what, files, args, message) => {
    const { code, err, out } = await remit(aTree(files as Record<string, string>), args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/ at .*\.ts/);
  });

  it.each([
    ['empty', ''],
    ['without any table', '# Working groups\n\nThere are none.\n'],
    ['with a table cut off in the middle', `${sound.slice(0, 420)}`],
    ['with 10,000 rows', `${sound.split('\n## Leads')[0]}${'| Filler | a | b | c |\n'.repeat(10_000)}`],
  ])('reads a document that is %s without falling over', async (_what, text) => {
    const { code } = await remit(aTree({ 'W.md': text }), ['check', 'W.md']);
    expect([0, 1]).toContain(code);
  });

  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await remit('.', ['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
  });

  it('explains itself', async () => {
    const { code, out } = await remit('.', ['check', '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/Examples:\n {2}\$ remit check/);
  });
});

describe('the configuration of remit check', () => {
  it.each([
    ['a list', '- a\n', 1],
    ['a tab', 'check:\n\tfail-on: error\n', 2],
    ['an unknown key', 'check:\n  fial-on: error\n', 2],
    ['a wrong type', 'charter:\n  documents: 3\n', 2],
    ['an anchor bomb', bomb(), 1],
  ])('that is %s is refused with its line', async (_what, text, line) => {
    const tree = aTree({ 'WORKING-GROUPS.md': sound, '.github/remit.yml': text });
    const { code, err } = await remit(tree, ['check']);
    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(`\\.github/remit\\.yml:${line}:\\d+`));
  });

  it('suggests the key that was meant', async () => {
    const tree = aTree({ 'WORKING-GROUPS.md': sound, '.github/remit.yml': 'check:\n  fial-on: error\n' });
    expect((await remit(tree, ['check'])).err).toMatch(/fail-on/);
  });

  it('is printed with its defaults by remit config', async () => {
    const tree = aTree({ '.github/remit.yml': 'charter:\n  label: wg/{group}\n' });
    const { code, out } = await remit(tree, ['config', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ charter: { label: ['wg/{group}'] }, triage: { patience: 86_400 } });
  });
});

describe('remit charter', () => {
  it('prints what was read as a table', async () => {
    const { code, out, err } = await remit(aTree({ 'W.md': sound }), ['charter', 'W.md']);
    expect(code).toBe(0);
    expect(err).toMatch(/two-tables/);
    expect(out).toMatch(/^Networking\s+Data Plane\s+@octo-lead-1, @octo-lead-2\s+12$/m);
  });

  it('prints the published shape', async () => {
    const { out } = await remit(aTree({ 'W.md': sound }), ['charter', 'W.md', '--json']);
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('schema/charter.json', 'utf8')));
    expect([validate(JSON.parse(out)), validate.errors]).toEqual([true, null]);
  });

  it('says that no format fits, and ends with 1', async () => {
    const { code, err } = await remit(aTree({ 'W.md': '# Nothing\n' }), ['charter', 'W.md']);
    expect(code).toBe(1);
    expect(err).toMatch(/no format fits/);
  });
});

/** Nine levels of nine references each: a few hundred bytes that would unfold to gigabytes. */
function bomb(): string {
  const lines = ['a0: &a0 [x]'];
  for (let level = 1; level < 10; level++) {
    lines.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  }
  return `${lines.join('\n')}\n`;
}
