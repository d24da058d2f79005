import { spawnSync } from 'node:child_process';
import { decodeDocument } from '../../text/decode.ts';
import { inTerminal } from '../../text/escape.ts';

/** What to compare with: the files as they were where the work on them began. */
export interface BaseOptions {
  /** A folder of a working tree. */
  root: string;
  /** A branch, tag or commit; compared is with the merge base of it and `HEAD`, as on pull requests. */
  ref: string;
  /** Relative to the root. */
  paths: string[];
  /** Whether a path is that of the base only, and a file that was renamed since is not looked for. */
  exact?: boolean;
}

/** A document in the base version. */
export interface BaseFile {
  /** The path today; another one than the base's where the file was renamed. */
  path: string;
  text: string;
}

type Base =
  /** `tree` has the paths of all files below the root. */
  { commit: string; files: BaseFile[]; tree: string[] } | { problem: string };

/**
 * Reads documents in their base version, without those that the base has not, or has as something that is no document.
 * A file that was renamed since is found under its old name, unless paths are exact.
 * @returns the files and the commit they are of, or in one sentence why there is nothing to compare with.
 */
export function readBase({ root, ref, paths, exact = false }: BaseOptions): Base {
  if (ref === '' || ref.startsWith('-') || /\p{Cc}/u.test(ref)) {
    return { problem: `“${inTerminal(ref)}” is no name of a branch, tag or commit` };
  }
  const git = gitIn(root);
  const place = placeIn(git, root);
  if ('problem' in place) return place;
  const commit = mergeBase(git, { ref, isShallow: place.isShallow });
  if ('problem' in commit) return commit;

  const wanted = paths.flatMap((path) => {
    const full = fullPath(place.prefix, path);
    return full === null ? [] : [{ path, full }];
  });
  const found = readBlobs(
    git,
    commit.id,
    wanted.map(({ full }) => full),
  );
  const isRenamed = !exact && found.some((text) => text === null);
  const renamed = isRenamed ? oldNames(git, commit.id) : new Map<string, string>();
  const missing = wanted.filter(({ full }, index) => found[index] === null && renamed.has(full));
  const old = readBlobs(
    git,
    commit.id,
    missing.map(({ full }) => renamed.get(full)!),
  );
  const texts = [
    ...wanted.map(({ path }, index) => ({ path, text: found[index] })),
    ...missing.map(({ path }, index) => ({ path, text: old[index] })),
  ];
  return {
    commit: commit.id,
    tree: namesIn(git, commit.id),
    files: texts.flatMap(({ path, text }) => (typeof text === 'string' ? [{ path, text }] : [])),
  };
}

/** Without a leading path, `ls-tree` gives what lies below the folder that it runs in, relative to it. */
const namesIn = (git: Git, commit: string): string[] =>
  git(['ls-tree', '-r', '--name-only', '-z', commit]).out.toString().split('\0').filter(Boolean);

interface Ran {
  code: number | null;
  out: Buffer;
  err: string;
  /** Why the program could not be run, such as `ENOENT`. */
  fault: string | null;
}

type Git = (args: string[], input?: string) => Ran;

/** No shell reads the arguments; nothing is asked of a person, written into the repository, or translated. */
function gitIn(root: string): Git {
  const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
  return (args, input = '') => {
    const { status, stdout, stderr, error } = spawnSync('git', args, {
      cwd: root,
      env,
      input,
      maxBuffer: 512 * 2 ** 20,
    });
    const fault = error && 'code' in error ? String(error.code) : error ? error.message : null;
    return { code: status, out: stdout ?? Buffer.alloc(0), err: stderr?.toString() ?? '', fault };
  };
}

/** Where the folder lies in its repository. */
function placeIn(git: Git, root: string): { prefix: string; isShallow: boolean } | { problem: string } {
  const { code, out, err, fault } = git(['rev-parse', '--is-shallow-repository', '--show-prefix']);
  if (fault === 'ENOENT') return { problem: 'git was not found, and without it there is no base to compare with' };
  if (code === 0) {
    const [isShallow, prefix = ''] = out.toString().split('\n');
    return { prefix, isShallow: isShallow === 'true' };
  }
  if (/dubious ownership/.test(err)) {
    const remedy = `git config --global --add safe.directory ${inTerminal(root)}`;
    return { problem: `git does not trust the folder, since it is another user’s; to trust it: ${remedy}` };
  }
  if (/not a git repository/.test(err)) {
    return { problem: 'the folder is in no git repository, so there is no base to compare with' };
  }
  return { problem: `git failed: ${firstLine(err) || fault}` };
}

function mergeBase(
  git: Git,
  { ref, isShallow }: { ref: string; isShallow: boolean },
): { id: string } | { problem: string } {
  const shallow = '; this clone is shallow, so fetch its history (with actions/checkout: fetch-depth: 0)';
  const known = git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
    .out.toString()
    .trim();
  if (!/^[0-9a-f]{40,64}$/.test(known)) {
    return {
      problem: `“${inTerminal(ref)}” is no commit that this repository has${isShallow ? shallow : '; is it fetched?'}`,
    };
  }
  const base = git(['merge-base', known, 'HEAD']);
  if (base.code === 0) return { id: base.out.toString().trim() };
  return { problem: `“${inTerminal(ref)}” and HEAD have no commit in common${isShallow ? shallow : ''}` };
}

/** @returns the path from the repository's root; `null` where it leads out of it, or is none that can be asked for. */
function fullPath(prefix: string, path: string): string | null {
  const parts: string[] = [];
  for (const part of `${prefix}${path}`.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return path.startsWith('/') || /[\r\n\0]/.test(path) ? null : parts.join('/');
}

/** @returns the texts in the order of the paths, `null` for what is not there or is no document. */
function readBlobs(git: Git, commit: string, paths: string[]): (string | null)[] {
  if (paths.length === 0) return [];
  const input = paths.map((path) => `${commit}:${path}\n`).join('');
  const { out } = git(['cat-file', '--batch', '--follow-symlinks'], input);
  return readBatch(out, paths);
}

/** Source: git-cat-file, “Batch output”: a line with the object's type and size, the object, a line break. */
function readBatch(out: Buffer, paths: string[]): (string | null)[] {
  let at = 0;
  return paths.map((path) => {
    const end = out.indexOf('\n', at);
    if (end < 0) return null;
    const [, type, size] = /(\w+) (\d+)$/.exec(out.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (size === undefined) return null;
    const bytes = out.subarray(at, at + Number(size));
    at += Number(size) + 1;
    const text = type === 'blob' ? decodeDocument(bytes, path) : null;
    return typeof text === 'string' ? text : null;
  });
}

/** @returns the names in the base of the files that were renamed since, in commits or not yet. */
function oldNames(git: Git, commit: string): Map<string, string> {
  const args = [
    '--name-status',
    '--find-renames',
    '--diff-filter=R',
    '--no-ext-diff',
    '--no-textconv',
    '--no-relative',
    '-z',
  ];
  const parts = git(['diff', ...args, commit, '--'])
    .out.toString()
    .split('\0');
  const names = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3) names.set(parts[at + 2]!, parts[at + 1]!);
  return names;
}

const firstLine = (text: string): string => inTerminal(text.split('\n')[0] ?? '');
