import type { Tree } from '../model/tree.ts';

/**
 * @returns the path in the repository that a link in a file leads to, `null` where it leads anywhere else: to another
 * site, into its own document, out of the repository. Source: GitHub's docs, “Relative links and image paths”.
 */
export function targetPath(url: string, from: string): string | null {
  if (url === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/|#|\?)/i.test(url)) return null;
  const path = decode(url.split(/[?#]/)[0] ?? '');
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** @returns the way from a file to another, as a link in the first would have it. */
export function relativePath(from: string, to: string): string {
  const [start, end] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @returns the files that are called as a path's last part is, in whatever letter case. */
export function namesakes(path: string, { files }: Tree): string[] {
  const name = nameOf(path);
  return files.filter((file) => nameOf(file) === name);
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();
