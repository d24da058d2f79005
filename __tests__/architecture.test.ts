import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** What a room may import besides itself; see docs/architecture.md. */
const mayImport: Record<string, string[]> = {
  model: [],
  text: ['model'],
  governance: ['model', 'text'],
  triage: ['model', 'text'],
  engine: ['model', 'text', 'governance', 'triage'],
  adapters: ['model', 'text'],
  emulator: [],
  entry: ['model', 'text', 'governance', 'triage', 'engine', 'adapters', 'emulator'],
};
const pureRooms = ['model', 'text', 'governance', 'triage'];
const pureImports =
  /^(\.{1,2}\/|zod$|unified$|remark-|unist|mdast|micromark|github-slugger$|js-yaml$|picocolors$|string-width$)/;
const impure: [string, RegExp][] = [
  ['async', /\basync\b/],
  ['await', /\bawait\b/],
  ['a promise', /\bnew Promise\b|\bPromise\.|\.then\(/],
  ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\./],
  ['a timer', /\bset(Timeout|Interval|Immediate)\b/],
  ['chance', /\bMath\.random\b|\bcrypto\b/],
  ['the environment', /\bprocess\b|\bglobalThis\b/],
  ['the network', /\bfetch\(/],
  ['the terminal', /\bconsole\b/],
];
const longestFile = 250;

interface SourceFile {
  path: string;
  room: string;
  text: string;
  imports: string[];
}

const files = readSources('src');

describe('the architecture', () => {
  it('has every room with something in it', () => {
    expect([...new Set(files.map((file) => file.room))].sort()).toEqual(Object.keys(mayImport).sort());
  });

  it('lets imports point one way only', () => {
    const wrong = files.flatMap((file) =>
      localImports(file)
        .filter((target) => roomOf(target) !== file.room && !mayImport[file.room]?.includes(roomOf(target)))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no import cycle', () => {
    expect(findCycle()).toEqual([]);
  });

  it.each(pureRooms)('keeps the room %s pure', (room) => {
    const found = files
      .filter((file) => file.room === room)
      .flatMap((file) => [
        ...file.imports.filter((name) => !pureImports.test(name)).map((name) => `${file.path} imports ${name}`),
        ...impure.filter(([, pattern]) => pattern.test(codeOf(file.text))).map(([what]) => `${file.path} uses ${what}`),
      ]);
    expect(found).toEqual([]);
  });

  it(`has no file of more than ${longestFile} lines`, () => {
    const tests = readSources('__tests__');
    const long = [...files, ...tests].filter((file) => file.text.split('\n').length - 1 > longestFile);
    expect(long.map((file) => file.path)).toEqual([]);
  });
});

describe('the guard itself', () => {
  it('sees through comments and strings to the code', () => {
    expect(codeOf("/** await */ const a = 'async'; // process\nconst b = c;")).not.toMatch(/process|async|await/);
    expect(codeOf('const b = await c;')).toMatch(/await/);
  });

  it('finds imports of types, of side effects, dynamic ones and re-exports', () => {
    const text =
      "import type { A } from './a.ts';\nimport './b.ts';\nexport { c } from './c.ts';\nawait import('./d.ts');";
    expect(importsOf(text)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts']);
  });
});

function readSources(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).split(sep).join('/'))
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path, room: roomOf(path), text, imports: importsOf(text) };
    });
}

function importsOf(text: string): string[] {
  const pattern = /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}

/** The text without comments and without the contents of plain strings and regular expressions' neighbours. */
function codeOf(text: string): string {
  return text
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');
}

function localImports(file: SourceFile): string[] {
  return file.imports
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      normalize(join(dirname(file.path), name))
        .split(sep)
        .join('/'),
    );
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** @returns the files of the first cycle found, in order; empty when there is none. */
function findCycle(): string[] {
  const graph = new Map(files.map((file) => [file.path, localImports(file)]));
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const target of graph.get(path) ?? []) {
      const cycle = visit(target, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const path of graph.keys()) {
    const cycle = visit(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
