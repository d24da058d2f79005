import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { aTree, remit } from './terminal.ts';

const schema = (name: string) =>
  new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(`schema/${name}.json`, 'utf8')));

describe('remit parse', () => {
  it('prints the commands of a comment in the published shape', async () => {
    const tree = aTree({ 'comment.md': 'Thanks.\r\n\r\n/Area Docs, networking\r\n/remove-kind bug\r\n' });
    const { code, out } = await remit(tree, ['parse', 'comment.md', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      commands: [
        { name: 'area', args: ['Docs', 'networking'], remove: false, line: 3, text: '/Area Docs, networking' },
        { name: 'kind', args: ['bug'], remove: true, line: 4, text: '/remove-kind bug' },
      ],
      errors: [],
    });
    expect(schema('parse')(JSON.parse(out))).toBe(true);
  });

  it.each([[['parse']], [['parse', '-']]])('reads stdin: %j', async (args) => {
    const { code, out } = await remit(aTree({}), args, {}, '/area docs\n\n/close\n');
    expect({ code, out }).toEqual({ code: 0, out: '    1  ✓ /area docs\n    3  ✓ /close\n' });
  });

  it('ends with 1 where a line is not read as a command, and says why', async () => {
    const { code, out } = await remit(aTree({}), ['parse', '--json'], {}, '> quoted\n/close\n');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      commands: [],
      errors: [{ line: 2, message: '“/close” belongs to the quote above it: put an empty line before it' }],
    });
    expect(schema('parse')(JSON.parse(out))).toBe(true);
    expect((await remit(aTree({}), ['parse'], {}, '> quoted\n/close\n')).out).toBe(
      '    2  ✗ “/close” belongs to the quote above it: put an empty line before it\n',
    );
  });

  it('finds no command in nothing', async () => {
    expect(await remit(aTree({}), ['parse'])).toMatchObject({ code: 0, out: 'no commands\n' });
  });

  it('takes the families of the configuration', async () => {
    const tree = aTree({ '.github/remit.yml': 'commands:\n  families: [stage]\n' });
    const { out } = await remit(tree, ['parse', '--json'], {}, '/remove-stage alpha\n/remove-area docs\n');
    expect(JSON.parse(out).commands).toMatchObject([
      { name: 'stage', remove: true },
      { name: 'remove-area', remove: false },
    ]);
  });

  it('obeys nothing that a comment tells a terminal', async () => {
    const { out } = await remit(aTree({}), ['parse'], {}, '/retitle \u001b[31mred\u0007 ##[group]\n');
    expect(out).toBe('    1  ✓ /retitle [31mred ## [group]\n');
  });

  it.each([
    ['a file that is not there', ['parse', 'nowhere.md'], /nowhere\.md/],
    ['a folder', ['parse', '.'], /folder/],
    ['a configuration that is wrong', ['parse', '-c', 'wrong.yml'], /wrong\.yml:1:1/],
    ['a file that is not text', ['parse', 'binary'], /binary/],
  ])('ends with 2 for %s', async (_, args, message) => {
    const tree = aTree({ 'wrong.yml': 'x: 1\n', binary: Uint8Array.of(0, 1), 'sub/x.md': '' });
    const { code, err } = await remit(tree, args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(message) });
  });
});

describe('remit commands', () => {
  it('prints every command with who may give it', async () => {
    const { code, out } = await remit(aTree({}), ['commands']);
    expect(code).toBe(0);
    expect(out).toContain(
      '/milestone <title>\n/milestone clear\n    Sets the milestone by its exact title, or clears it.\n',
    );
    expect(out).toContain('who may: the triage role; anyone for oneself');
  });

  it('prints what the configuration makes of them, in the published shape', async () => {
    const tree = aTree({
      '.github/remit.yml':
        'commands:\n  enabled: false\n  families: [stage]\n  who: { stage: [maintain, team:docs], undo: false }\n',
    });
    const { out, err } = await remit(tree, ['commands', '--json']);
    const list = JSON.parse(out);
    expect(schema('commands')(list)).toBe(true);
    expect(list.enabled).toBe(false);
    expect(list.commands).toContainEqual(
      expect.objectContaining({
        usage: ['/stage <name>…', '/remove-stage <name>…'],
        who: 'the maintain role or the team docs',
      }),
    );
    expect(out).not.toContain('/undo');
    expect(err).toBe('commands are switched off in the configuration\n');
  });
});
