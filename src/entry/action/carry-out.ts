import { existsSync, readdirSync } from 'node:fs';
import * as core from '@actions/core';
import { z } from 'zod';
import { keptCarriedOut } from '../../adapters/files/kept-carried-out.ts';
import { unitsOf } from '../../engine/intake.ts';
import { carriedMarkdown, labelLines, uncarriedMarkdown } from '../../engine/print-carried.ts';
import type { RepositoryRef } from '../../model/facts.ts';
import type { Unit } from '../../model/unit.ts';
import { quote } from '../../text/escape.ts';
import { CommandError } from '../io.ts';
import { repositoryMeant } from '../repository-of.ts';
import { runCarryOut } from '../run-carry-out.ts';
import { dataFolder } from '../run-sweep.ts';
import { readEvent, runnerIo, workspace, writeSummary } from './runner.ts';
import { readSweepInputs, tellSweep } from './sweep.ts';

/**
 * Carries out what the push of the event changed of what governs: labels get the new names of their groups, and all open
 * issues are swept. The step fails where that is not all done: what governs can't be read, the token may not, or the
 * budget is too small.
 */
export async function carryOut(): Promise<void> {
  const io = runnerIo();
  const repository = repositoryMeant(undefined, io);
  const inputs = readSweepInputs();
  const dryRun = inputs.apply === 'nothing';
  const carriedOut = keptCarriedOut(dataFolder(io));
  const asked = changeAsked(repository);
  if (asked === null) return;
  if (asked.push === undefined && (await carriedOut.read(repository)) === null) throw new CommandError(noCommits);
  let renamed = 0;
  const swept = await runCarryOut(
    asked,
    {
      ...inputs,
      carriedOut,
      told(labels) {
        renamed = labels.renamed.length;
        for (const line of labelLines(labels, { dryRun, code: quote })) core.info(line);
      },
    },
    io,
  );
  core.setOutput('renamed', renamed);
  if (swept === null) return core.info('Nothing to do: nothing that governs issues has changed.');
  if (!swept.known) {
    writeSummary(uncarriedMarkdown(swept.because));
    throw new CommandError(`nothing is carried out, since what changed is not known: ${swept.because}`);
  }
  const { change } = swept.value;
  if (change) writeSummary(`${carriedMarkdown(change.labels, { commit: change.commit, dryRun })}\n`);
  tellSweep(swept.value, { dryRun });
}

const noCommits =
  'command: carry-out goes by the commits before and after a push: run it on `push`, or keep the folder `.remit`';

/** @returns what the push of the event may have changed; `null` where that governs nothing, which is said. */
function changeAsked(repository: RepositoryRef): Extract<Unit, { kind: 'files' }> | null {
  if (process.env.GITHUB_EVENT_NAME !== 'push') return { kind: 'files', repository, paths: [] };
  const { found, because } = unitsOf({ name: 'push', payload: readEvent(z.looseObject({})) });
  const unit = found.find((each) => each.kind === 'files');
  if (unit) return { ...unit, repository };
  core.info(`Nothing to do: ${because}.`);
  return null;
}

/** Whether the workflow's folder holds anything: to carry something out no checkout is needed, and to check one is. */
export const isCheckedOut = (): boolean =>
  existsSync(workspace()) && readdirSync(workspace()).some((name) => name !== '.remit');
