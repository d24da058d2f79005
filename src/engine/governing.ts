import type { Charter } from '../model/charter.ts';
import { type RepositoryRef, repositoryKey } from '../model/facts.ts';
import type { Known } from '../model/known.ts';
import type { Policy } from '../model/policy.ts';
import type { DocumentReader } from '../model/ports.ts';
import type { RepositoryFile } from '../model/repository-file.ts';
import { charterFrom } from './charter-from.ts';
import { documentsInForce, possibleDocuments } from './documents.ts';
import { defaultPolicy } from './policy-defaults.ts';
import { configurationPath, type PolicyInForce, policyInForce } from './policy-in-force.ts';

export { configurationPath } from './policy-in-force.ts';

/** What governs a repository's issues: read from its default branch, in force until one of the files changes. */
export interface Governing {
  /** The last one without faults; `null` where none is known. */
  policy: Policy | null;
  /** Where the policy is from. */
  configuration: PolicyInForce;
  charter: Known<Charter>;
  /** What is wrong with the configuration, a line each; empty when it is in order. */
  problems: string[];
  /** Git's blob ids of all files that govern, by path; `null` for one that isn't there. */
  blobs: Record<string, string | null>;
  /** The commits that those files are cited at, by path. */
  commits: Record<string, string | null>;
}

/** Reads what governs, or takes it from the cache. Errors: rejects when the repository can't be read. */
export async function governingOf(repository: RepositoryRef, from: { github: DocumentReader; cache: GoverningCache }) {
  return from.cache.get(repository) ?? (await readGoverning(repository, from));
}

/**
 * Reads what governs afresh. A configuration with faults changes nothing: the last good one stays in force. Errors:
 * rejects when the repository can't be read.
 */
export async function readGoverning(
  repository: RepositoryRef,
  { github, cache }: { github: DocumentReader; cache: GoverningCache },
): Promise<Governing> {
  const before = cache.get(repository)?.configuration ?? null;
  const files = new Map<string, RepositoryFile | null>();
  // Most often the documents are those of before, and one request is enough.
  await readInto(
    files,
    repository,
    [configurationPath, ...possibleDocuments(before?.policy ?? defaultPolicy())],
    github,
  );
  const file = files.get(configurationPath) ?? null;
  const configuration = await policyInForce(file, { repository, github, before });
  const { policy } = configuration;
  await readInto(files, repository, policy === null ? [] : possibleDocuments(policy), github);
  const governing = describe(configuration, files);
  cache.set(repository, governing);
  return governing;
}

/** Whether these are the files that are in force, by their blob ids. */
export function isInForce({ blobs }: Governing, now: Record<string, string | null>): boolean {
  return Object.entries(blobs).every(([path, blob]) => now[path] === blob);
}

/** Whether one of the paths is of a file that governs; of no paths it isn't known, and taken for so. */
export function isAmongGoverning(paths: string[], { blobs }: Governing): boolean {
  return paths.length === 0 || paths.some((path) => Object.hasOwn(blobs, path));
}

/** What governs, by repository. Only saves requests: what it holds is compared with GitHub at each decision. */
export interface GoverningCache {
  get(repository: RepositoryRef): Governing | undefined;
  set(repository: RepositoryRef, governing: Governing): void;
}

/** @returns a cache that forgets the repository which was read longest ago when there are more than the limit. */
export function createGoverningCache(limit = 200): GoverningCache {
  const entries = new Map<string, Governing>();
  return {
    get: (repository) => entries.get(repositoryKey(repository)),
    set(repository, governing) {
      entries.delete(repositoryKey(repository));
      entries.set(repositoryKey(repository), governing);
      const [oldest] = entries.keys();
      if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
    },
  };
}

function describe(configuration: PolicyInForce, files: Map<string, RepositoryFile | null>): Governing {
  const { policy, commit, problems } = configuration;
  const documents = policy === null ? [] : documentsInForce(policy, (path) => Boolean(files.get(path)));
  const watched = policy === null ? [] : possibleDocuments(policy);
  const govern = [configurationPath, ...watched].map((path) => [path, files.get(path) ?? null] as const);
  return {
    policy,
    configuration,
    charter: charterFrom(
      documents.map((path) => ({ path, file: files.get(path) ?? null })),
      policy?.charter.columns,
    ),
    problems: problems.map(({ line, column, message }) => `line ${line}, column ${column}: ${message}`),
    blobs: Object.fromEntries(govern.map(([path, file]) => [path, file?.blob ?? null])),
    commits: {
      ...Object.fromEntries(govern.map(([path, file]) => [path, file?.commit ?? null])),
      [configurationPath]: commit,
    },
  };
}

async function readInto(
  files: Map<string, RepositoryFile | null>,
  repository: RepositoryRef,
  paths: string[],
  github: DocumentReader,
) {
  const unread = paths.filter((path) => !files.has(path));
  if (unread.length === 0) return;
  const read = await github.readFiles(repository, unread);
  for (const [index, path] of unread.entries()) files.set(path, read[index] ?? null);
}
