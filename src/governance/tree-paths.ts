/** The paths of a repository, asked as GitHub does. */
export interface TreePaths {
  /** Whether there is a file or a folder of that path, in exactly that spelling. */
  has(path: string): boolean;
  /** The paths of files with the same name as this path's last part, in whatever letter case. */
  namesakes(path: string): string[];
}

export function treePaths(files: ReadonlySet<string>): TreePaths {
  const folders = new Set<string>(['']);
  const byName = new Map<string, string[]>();
  for (const file of files) {
    const parts = file.split('/');
    for (let length = parts.length - 1; length > 0; length--) folders.add(parts.slice(0, length).join('/'));
    const name = (parts.at(-1) ?? '').toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  return {
    has: (path) => files.has(path) || folders.has(path),
    namesakes: (path) => byName.get((path.split('/').at(-1) ?? '').toLowerCase()) ?? [],
  };
}

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
