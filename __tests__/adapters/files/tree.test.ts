import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { listCandidates } from '../../../src/adapters/files/candidates.ts';
import { readTree } from '../../../src/adapters/files/tree.ts';

let base: string;
let root: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'remit-tree-'));
  root = join(base, 'tree');
  mkdirSync(root);
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array = '# Groups\n'): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const read = (path: string) => readTree({ root, paths: [path] })[0];

describe('reading a working tree', () => {
  it('gives the text of each document, in the order they were named', () => {
    put('WORKING-GROUPS.md', 'grüne “Gruppen”\r\n');
    put('docs/groups.md', 'two\n');
    expect(readTree({ root, paths: ['./docs/groups.md', 'WORKING-GROUPS.md'] })).toEqual([
      { path: 'docs/groups.md', text: 'two\n' },
      { path: 'WORKING-GROUPS.md', text: 'grüne “Gruppen”\r\n' },
    ]);
  });

  it('takes an absolute path inside the tree for what it is in the tree', () => {
    put('docs/groups.md', 'two\n');
    expect(read(join(root, 'docs/groups.md'))).toEqual({ path: 'docs/groups.md', text: 'two\n' });
  });

  it.each(['nowhere.md', 'WORKING-GROUPS.md/inside.md'])('says that %s is not there', (path) => {
    put('WORKING-GROUPS.md');
    expect(read(path)).toEqual({ path, problem: `${path} is not there`, missing: true });
  });

  it.each(['../secret.md', 'docs/../../secret.md', '..'])('refuses %s, outside of the tree', (path) => {
    writeFileSync(join(base, 'secret.md'), 'secret');
    expect(read(path)).toMatchObject({ problem: expect.stringContaining('lies outside'), missing: false });
  });

  it('refuses an absolute path outside of the tree, even to a folder whose name begins like the tree’s', () => {
    mkdirSync(join(base, 'tree-of-others'));
    writeFileSync(join(base, 'tree-of-others/secret.md'), 'secret');
    expect(read(join(base, 'tree-of-others/secret.md'))).toMatchObject({ problem: expect.stringContaining('outside') });
  });

  it('refuses a symbolic link that leads out of the tree, be it the file or a folder above it', () => {
    writeFileSync(join(base, 'secret.md'), 'secret');
    symlinkSync(join(base, 'secret.md'), join(root, 'link.md'));
    symlinkSync(base, join(root, 'folder'));
    for (const path of ['link.md', 'folder/secret.md']) {
      expect(read(path)).toEqual({
        path,
        problem: `${path} is a link that leads out of the folder that Remit was started for`,
        missing: false,
      });
    }
  });

  it('follows a symbolic link that stays in the tree', () => {
    put('docs/groups.md', 'two\n');
    symlinkSync('docs/groups.md', join(root, 'WORKING-GROUPS.md'));
    expect(read('WORKING-GROUPS.md')).toEqual({ path: 'WORKING-GROUPS.md', text: 'two\n' });
  });

  it('says of a link in a circle what it is', () => {
    symlinkSync('b.md', join(root, 'a.md'));
    symlinkSync('a.md', join(root, 'b.md'));
    expect(read('a.md')).toMatchObject({ problem: 'a.md is a link that leads back to itself' });
  });

  it.each([
    ['a folder', 'docs', 'docs is a folder; name a file'],
    ['the tree itself', '.', '. is a folder; name a file'],
    ['a name with a zero byte', 'a\0b.md', 'ab.md is no path'],
    ['a name that is too long', `${'a'.repeat(300)}.md`, /is too long for a path$/],
  ])('has a clear word for %s', (_, path, problem) => {
    put('docs/groups.md');
    const file = read(path);
    expect(file).toMatchObject({ missing: false });
    expect(file && 'problem' in file ? file.problem : '').toMatch(problem);
  });

  it('does not wait for somebody to write into a pipe', () => {
    const makePipe = 'mkfifo';
    execFileSync(makePipe, [join(root, 'pipe.md')]);
    expect(read('pipe.md')).toMatchObject({ problem: 'pipe.md is no file' });
  });

  it('refuses more than 5 MB without reading it', () => {
    put('large.md', '');
    truncateSync(join(root, 'large.md'), 50 * 1024 ** 3);
    expect(read('large.md')).toMatchObject({ problem: 'large.md is larger than 5 MB and was not read' });
  });

  it.each([
    ['binary', new Uint8Array([35, 0, 1, 2]), 'x.md is a binary file, not a document'],
    ['Latin-1', new Uint8Array([71, 114, 252, 110]), 'x.md is not encoded in UTF-8; save it as UTF-8'],
  ])('refuses a %s document', (_, bytes, problem) => {
    put('x.md', bytes);
    expect(read('x.md')).toEqual({ path: 'x.md', problem, missing: false });
  });

  it('prints no control characters of a path', () => {
    const file = read('a\n::error::b\u202e.md');
    expect(file).toMatchObject({ problem: 'a ::error::b.md is not there' });
  });
});

describe('looking for governance documents', () => {
  it('finds nothing where there is none', () => {
    put('README.md');
    expect(listCandidates(root).documents).toEqual([]);
    expect(listCandidates(join(root, 'nowhere'))).toEqual({ documents: [], beside: [], files: [] });
  });

  it('finds lists by name in any letter case and anywhere high up, the highest first', () => {
    for (const path of ['docs/Working-Groups.md', 'WORKING-GROUPS.md', 'community/toc/WORKING_GROUPS.MD']) put(path);
    put('docs/working-groups.txt');
    put('docs/about-working-groups.md');
    expect(listCandidates(root).documents).toEqual([
      'WORKING-GROUPS.md',
      'docs/Working-Groups.md',
      'community/toc/WORKING_GROUPS.MD',
    ]);
  });

  it('finds the files of a folder of groups, after the lists', () => {
    for (const path of ['toc/working-groups/networking.md', 'toc/working-groups/docs.md', 'toc/README.md']) put(path);
    put('toc/working-groups/WORKING-GROUPS.md');
    put('toc/working-groups/logo.png');
    expect(listCandidates(root).documents).toEqual([
      'toc/working-groups/WORKING-GROUPS.md',
      'toc/working-groups/docs.md',
      'toc/working-groups/networking.md',
    ]);
  });

  it('passes over what others wrote, what Git keeps, and links', () => {
    for (const path of ['node_modules/x/WORKING-GROUPS.md', '.git/WORKING-GROUPS.md', 'vendor/WORKING-GROUPS.md']) {
      put(path);
    }
    put('.github/WORKING-GROUPS.md');
    symlinkSync('..', join(root, '.github/up'));
    expect(listCandidates(root).documents).toEqual(['.github/WORKING-GROUPS.md']);
  });

  it('does not go deeper than four folders', () => {
    put('a/b/c/d/WORKING-GROUPS.md');
    put('a/b/c/d/e/WORKING-GROUPS.md');
    expect(listCandidates(root).documents).toEqual(['a/b/c/d/WORKING-GROUPS.md']);
  });
});
