import { baseReader, treeReader } from '../../adapters/files/document-reader.ts';
import { readBase } from '../../adapters/files/git.ts';
import { isSame, readState } from '../../engine/governance-effect.ts';
import { labelLines } from '../../engine/print-carried.ts';
import type { SweepReport } from '../../engine/sweep-report.ts';
import type { RepositoryRef } from '../../model/facts.ts';
import { quote } from '../../text/escape.ts';
import { explainFailure, gitHubIn } from '../github-in.ts';
import { CommandError, type Io } from '../io.ts';
import { runCarryOut } from '../run-carry-out.ts';
import { printProgress } from './print-sweep.ts';

interface Applying {
  base: string;
  maxRequests: number;
  maxShare: number;
  /** Told what became of labels, a line each, before the sweep. */
  told(lines: string[]): void;
}

/**
 * Carries out what the working tree changed since its base, once the default branch has it.
 * @returns the sweep after it; `null` where nothing that governs differs. Errors: a `CommandError` where the default
 * branch has it not, where it can't be read, and as `runCarryOut`.
 */
export async function applyImpact(
  repository: RepositoryRef,
  { base, maxRequests, maxShare, told }: Applying,
  io: Io,
): Promise<SweepReport | null> {
  await refuseUnmerged(repository, io);
  const commit = commitOf(base, io);
  const before = baseReader(io.cwd, commit);
  const progress = printProgress(io);
  const github = gitHubIn(io.env, 'read and write the issues');
  const swept = await runCarryOut(
    // What is on the default branch now is read from there, whatever commit that is.
    { kind: 'files', repository, paths: [], push: { before: commit, after: 'HEAD' } },
    {
      ...progress,
      apply: 'all',
      budget: { requests: maxRequests, share: maxShare },
      carriedOut: { read: async () => null, note: async () => {} },
      readFilesAt: (place, each, paths) =>
        each === commit ? before.readFiles(place, paths) : github.readFilesAt(place, each, paths),
      told: (labels) => told(labelLines(labels, { dryRun: false, code: quote })),
    },
    io,
  ).finally(() => progress.clear());
  if (swept === null) return null;
  if (swept.known) return swept.value;
  throw new CommandError(`nothing is carried out, since what changed is not known: ${swept.because}`, 3);
}

function commitOf(ref: string, { cwd }: Io): string {
  const base = readBase({ root: cwd, ref, paths: [] });
  if ('problem' in base) throw new CommandError(base.problem);
  return base.commit;
}

/** What is not merged must not change what is on GitHub. */
async function refuseUnmerged(repository: RepositoryRef, { cwd, env }: Io): Promise<void> {
  const there = await readState(repository, gitHubIn(env, 'read the repository')).catch(explainFailure);
  if (!there.known) throw new CommandError(`nothing is carried out: on the default branch, ${there.because}`, 3);
  const here = await readState(repository, treeReader(cwd));
  if (here.known && isSame(there.value, here.value)) return;
  const place = `${repository.owner}/${repository.name}`;
  throw new CommandError(
    `nothing is carried out: what governs here is not what governs on the default branch of ${place}; merge it first, and be on what was merged`,
  );
}
