import { governedRepositoryOf } from '../adapters/github/governed-repository.ts';
import { type CarryingOut, carryOut } from '../engine/carry-out.ts';
import { createGoverningCache, isAmongGoverning, readGoverning } from '../engine/governing.ts';
import { refusalOf } from '../engine/print-carried.ts';
import type { SweepReport } from '../engine/sweep-report.ts';
import { type Known, known, unknown } from '../model/known.ts';
import type { Unit } from '../model/unit.ts';
import type { CarriedOut, GovernedRepository, LabelChanges } from '../model/upkeep-ports.ts';
import { clientIn, explainFailure, gitHubIn } from './github-in.ts';
import { CommandError, type Io } from './io.ts';
import { runSweep, type SweepRun } from './run-sweep.ts';
import { problemTeller } from './tell-problems.ts';

export interface CarryOutRun extends Omit<SweepRun, 'restart' | 'change'> {
  carriedOut: CarriedOut;
  /** Reads a commit's files elsewhere than on GitHub. */
  readFilesAt?: CarryingOut['github']['readFilesAt'];
  /** Told what became of labels, before the sweep. */
  told?(labels: LabelChanges): void;
}

/**
 * Carries out a change of what governs with the token of the environment, as the bot does after a push: labels first,
 * then a sweep of all open issues. A trial (`nothing` is applied) says what would be done.
 * @returns the sweep; not known where what governs can't be read; `null` where nothing that governs differs. Errors: a
 * `CommandError` where there is no token, no answer, or a label may not be renamed: no issue is touched then.
 */
export async function runCarryOut(
  { repository, paths, push }: Extract<Unit, { kind: 'files' }>,
  { carriedOut, readFilesAt, told, ...run }: CarryOutRun,
  io: Pick<Io, 'cwd' | 'env' | 'err'>,
): Promise<Known<SweepReport> | null> {
  const right = 'read the repository and write its issues';
  const github = gitHubIn(io.env, right);
  const isTrial = run.apply === 'nothing';
  const governed = governedRepositoryOf(clientIn(io.env, right));
  const governing = await readGoverning(repository, { github, cache: createGoverningCache() }).catch(explainFailure);
  if (!isAmongGoverning(paths, governing)) return null;
  problemTeller(io)(governing.problems);
  const carried = await carryOut(
    { repository, push },
    {
      github: { readFilesAt: readFilesAt ?? github.readFilesAt },
      governing,
      governed: isTrial ? untouched(governed) : governed,
      carriedOut: isTrial ? unnoted(carriedOut) : carriedOut,
    },
  ).catch(explainFailure);
  if (carried === null) return null;
  const { commit, labels } = carried;
  if (!labels.known) return unknown(labels.because);
  told?.(labels.value);
  const refusal = refusalOf(labels.value);
  if (refusal !== null) throw new CommandError(`${refusal}: it needs \`issues: write\`. No issue was touched`);
  return known(await runSweep(repository, { ...run, change: { commit, labels: labels.value } }, io));
}

const untouched = (governed: GovernedRepository): GovernedRepository => ({
  ...governed,
  renameLabel: async () => true,
});

const unnoted = ({ read }: CarriedOut): CarriedOut => ({ read, note: async () => {} });
