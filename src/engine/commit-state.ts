import type { Annotation, CommitChecks } from '../model/commit-check.ts';
import type { RepositoryRef } from '../model/facts.ts';
import type { Policy } from '../model/policy.ts';
import type { RepositoryFile } from '../model/repository-file.ts';
import { type Place, readYaml } from '../text/yaml.ts';
import { charterFaults } from './charter-from.ts';
import { documentsInForce, possibleDocuments } from './documents.ts';
import { configurationPath, readConfiguration } from './policy-in-force.ts';

/** What a commit makes of that which governs issues. */
export interface CommitState {
  /** What is wrong with the configuration; where that can be read, what keeps the charter from being read. */
  faults: Annotation[];
  /** Which of the two the faults are in. */
  broken: 'configuration' | 'charter' | null;
  /** Whether the configuration names the charter, it was found where projects keep it, or there is none. */
  charter: 'named' | 'found' | 'none';
}

/** Reads what governs as a commit has it. Errors: rejects when the repository can't be read. */
export async function stateAt(
  commit: string,
  { repository, github, likely }: { repository: RepositoryRef; github: CommitChecks; likely: string[] },
): Promise<CommitState> {
  const files = new Map<string, RepositoryFile | null>();
  const read = async (paths: string[]) => {
    const unread = paths.filter((path) => !files.has(path));
    const found = unread.length === 0 ? [] : await github.readFilesAt(repository, commit, unread);
    for (const [index, path] of unread.entries()) files.set(path, found[index] ?? null);
  };
  await read([...new Set([configurationPath, ...likely])]);
  const file = files.get(configurationPath) ?? null;
  const configuration = readConfiguration(file);
  if ('problems' in configuration) {
    const faults = configuration.problems.map((problem) => ({ path: configurationPath, ...problem }));
    return { faults, broken: 'configuration', charter: 'named' };
  }
  await read(possibleDocuments(configuration.policy));
  return charterState(configuration.policy, { files, text: file?.text ?? '' });
}

function charterState(
  policy: Policy,
  { files, text }: { files: Map<string, RepositoryFile | null>; text: string },
): CommitState {
  const paths = documentsInForce(policy, (path) => Boolean(files.get(path)));
  if (paths.length === 0) return { faults: [], broken: null, charter: 'none' };
  const documents = paths.map((path) => ({ path, file: files.get(path) ?? null }));
  const faults = charterFaults(documents, policy.charter.columns).map(({ path, because }): Annotation => {
    const isThere = Boolean(files.get(path));
    const place = isThere ? { path, line: 1, column: 1 } : { path: configurationPath, ...placeOfName(path, text) };
    return { ...place, message: because };
  });
  const charter = policy.charter.documents.length > 0 ? 'named' : 'found';
  return { faults, broken: faults.length > 0 ? 'charter' : null, charter };
}

/** Where the configuration names a document, in its own list or as the only one. */
function placeOfName(path: string, text: string): Place {
  const yaml = readYaml(text);
  if ('problems' in yaml) return { line: 1, column: 1 };
  const { charter } = (yaml.value ?? {}) as { charter?: { documents?: unknown } };
  const index = [charter?.documents].flat().indexOf(path);
  const places = [['charter', 'documents', index], ['charter', 'documents'], []].map((each) => yaml.positionOf(each));
  return places.find((place) => place !== null) ?? { line: 1, column: 1 };
}
