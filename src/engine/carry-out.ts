import { renamesLabels } from '../governance/label-renames.ts';
import type { Push } from '../model/commit-check.ts';
import type { RepositoryRef } from '../model/facts.ts';
import { type Known, known, unknown } from '../model/known.ts';
import type { LabelRename } from '../model/label-rename.ts';
import type { DocumentReader, GitHub } from '../model/ports.ts';
import type { CarriedOut, GovernedRepository, LabelChanges } from '../model/upkeep-ports.ts';
import { type Change, changeOf, isSame, readState, renamesOf } from './governance-effect.ts';
import type { Governing } from './governing.ts';

/** What carrying out a change of what governs takes. */
export interface CarryingOut {
  github: Pick<GitHub, 'readFilesAt'>;
  governed: GovernedRepository;
  carriedOut: CarriedOut;
}

/** What was carried out: at which commit of the default branch, and what became of labels. */
export interface Carried {
  commit: string;
  labels: Known<LabelChanges>;
}

const nothing: LabelChanges = { renamed: [], joined: [], refused: [] };

/**
 * Carries out on labels what changed since the last time: renames those whose groups have a new name, or whose areas are
 * another group's, as `remit impact` tells before. It goes by the commit that was carried out last and the one that the
 * default branch ends with now, not by the push: of pushes that come late, twice or not at all the result is the same,
 * and what a person changed back stays so. What can't be read is carried out once it can. Done again, it does nothing.
 * @returns `null` where nothing that governs differs. Errors: rejects when GitHub does not answer.
 */
export async function carryOut(
  { repository, push }: { repository: RepositoryRef; push: Push | undefined },
  { governing, ...work }: CarryingOut & { governing: Governing },
): Promise<Carried | null> {
  const { governed, carriedOut } = work;
  const commit = await governed.headCommit(repository);
  if (commit === null) return null;
  const note = async () => {
    await carriedOut.note(repository, commit);
    return null;
  };
  const last = (await carriedOut.read(repository)) ?? push?.before ?? null;
  if (last === commit) return null;
  if (governing.problems.length > 0) return { commit, labels: unknown('the configuration can’t be read') };
  if (last === null) {
    // Nothing was carried out before, so this is where it begins; a sweep is under way.
    if (push === undefined) return note();
    return { commit, labels: known(nothing) };
  }
  const change = await changeSince(last, commit, { repository, paths: Object.keys(governing.blobs), ...work });
  if (change === null) return note();
  if (!change.known) return { commit, labels: change };
  if (!change.value.changes.some(renamesLabels)) return { commit, labels: known(nothing) };
  const { possible, taken } = renamesOf(change.value, await governed.labels(repository));
  return { commit, labels: known({ ...(await rename(repository, possible, governed)), joined: taken }) };
}

type Reading = Pick<CarryingOut, 'github' | 'governed'> & { repository: RepositoryRef; paths: string[] };

/**
 * @returns what became of what governs from one commit to another; `null` where it is the same. Where the former can't be
 * read, the last one before it that can is what was in force; with none, there was nothing that could change. Even if
 * that is the same, issues have been decided on meanwhile without it.
 */
async function changeSince(last: string, commit: string, reading: Reading): Promise<Known<Change> | null> {
  const { repository, github } = reading;
  const after = await readState(repository, at(commit, github));
  if (!after.known) return after;
  for await (const earlier of backFrom(last, reading)) {
    const before = await readState(repository, at(earlier, github));
    if (!before.known) continue;
    const isUnchanged = earlier === last && isSame(before.value, after.value);
    return isUnchanged ? null : changeOf(before.value, after.value);
  }
  return changeOf(after.value, after.value);
}

async function* backFrom(commit: string, { repository, governed, paths }: Reading): AsyncIterable<string> {
  yield commit;
  yield* await governed.commitsTouching(repository, commit, paths);
}

/** The files of a commit. Which version of the configuration was in force before them is not asked for. */
function at(commit: string, github: CarryingOut['github']): DocumentReader {
  return {
    readFiles: (repository, paths) => github.readFilesAt(repository, commit, paths),
    readVersions: async () => [],
  };
}

async function rename(repository: RepositoryRef, renames: LabelRename[], governed: GovernedRepository) {
  const labels: Pick<LabelChanges, 'renamed' | 'refused'> = { renamed: [], refused: [] };
  for (const each of renames) {
    try {
      if (await governed.renameLabel(repository, each)) labels.renamed.push(each);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'Refused') throw error;
      labels.refused.push(each);
    }
  }
  return labels;
}
