import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { rewriteFile } from '../../../src/adapters/files/write.ts';

let root: string;
let file: string;

beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'remit-write-')), 'tree');
  mkdirSync(root);
  file = join(root, 'a.md');
  writeFileSync(file, 'one\n');
});

const rewrite = (path: string, before = 'one\n') => rewriteFile({ root, path, before, after: '\uFEFFtwo\r\n' });

describe('writing a fixed document', () => {
  it('puts the new text in its place and leaves nothing beside it', () => {
    expect(rewrite('a.md')).toBeNull();
    expect(readFileSync(file, 'utf8')).toBe('\uFEFFtwo\r\n');
    expect(readdirSync(root)).toEqual(['a.md']);
  });

  it.each([0o640, 0o755, 0o444])('keeps the mode %#', (mode) => {
    chmodSync(file, mode);
    expect(rewrite('a.md')).toBeNull();
    expect(statSync(file).mode & 0o7777).toBe(mode);
  });

  it('puts another file in its place, so that whoever is reading reads the old one to its end', () => {
    const before = statSync(file).ino;
    rewrite('a.md');
    expect(statSync(file).ino).not.toBe(before);
  });

  it('does not write over what was changed meanwhile', () => {
    expect(rewrite('a.md', 'zero\n')).toEqual({ problem: 'a.md was changed meanwhile and was not written' });
    expect(readFileSync(file, 'utf8')).toBe('one\n');
  });

  it('writes through a link in the tree, which stays a link', () => {
    symlinkSync('a.md', join(root, 'link.md'));
    expect(rewrite('link.md')).toBeNull();
    expect(lstatSync(join(root, 'link.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('\uFEFFtwo\r\n');
  });

  it('writes nothing outside of the tree, be it by a link or by the path', () => {
    const secret = join(root, '..', 'secret.md');
    writeFileSync(secret, 'one\n');
    symlinkSync('../secret.md', join(root, 'link.md'));
    symlinkSync('..', join(root, 'folder'));
    for (const path of ['link.md', 'folder/secret.md', '../secret.md', secret]) {
      expect(rewrite(path)).toEqual({ problem: expect.stringContaining('outside of the folder') });
    }
    expect(readFileSync(secret, 'utf8')).toBe('one\n');
  });

  it('says that a file is gone', () => {
    expect(rewrite('b.md')).toEqual({ problem: 'b.md is not there any more' });
  });
});
