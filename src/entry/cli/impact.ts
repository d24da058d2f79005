import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { baseReader, NoBase, treeReader } from '../../adapters/files/document-reader.ts';
import { indexOf } from '../../adapters/github/issue-index.ts';
import { type GovernanceEffect, readEffect } from '../../engine/governance-effect.ts';
import { impactJson } from '../../engine/impact-json.ts';
import { effectLines } from '../../engine/print-effect.ts';
import type { RepositoryRef } from '../../model/facts.ts';
import type { Known } from '../../model/known.ts';
import { inTerminal, quote } from '../../text/escape.ts';
import { clientIn, explainFailure } from '../github-in.ts';
import { CommandError, type ExitCode, type Io, paint } from '../io.ts';
import { repositoryOf } from '../repository-of.ts';
import { applyImpact } from './apply-impact.ts';
import { printSweep } from './print-sweep.ts';
import { exitCodeOf } from './sweep.ts';

export interface ImpactCommand {
  base: string;
  repo?: string;
  json?: boolean;
  apply?: boolean;
  maxRequests: number;
  maxShare: number;
}

/**
 * `remit impact`: what the documents of the working tree change for open issues; with `--apply` it is carried out, once
 * the default branch has it. 3 where it can't be known; else as `remit sweep`.
 */
export async function impact(options: ImpactCommand, io: Io): Promise<ExitCode> {
  const repository = repositoryOf({ root: io.cwd, named: options.repo, env: io.env });
  if (!repository) throw new CommandError('it is not known which repository this is: add --repo owner/repo');
  const effect = await read(repository, options, io);
  if (effect === null && !existsSync(join(io.cwd, '.git'))) {
    throw new CommandError('nothing here governs issues: be in the topmost folder of the repository');
  }
  if (!options.json) io.out(print(effect, io));
  if (!options.apply || effect === null || !effect.known) {
    if (options.json) io.out(inJson(impactJson(effect)));
    return effect === null || effect.known ? 0 : 3;
  }
  const told = (lines: string[]) => {
    if (!options.json) io.out(`\n${lines.join('\n')}\n\n`);
  };
  const sweep = await applyImpact(repository, { ...options, told }, io);
  if (options.json) io.out(inJson({ ...impactJson(effect), sweep }));
  else if (sweep !== null) io.out(printSweep(sweep, { io, next: 'remit sweep' }));
  return sweep === null ? 0 : exitCodeOf(sweep);
}

const inJson = (report: object): string => `${JSON.stringify(report, null, 2)}\n`;

async function read(repository: RepositoryRef, { base }: ImpactCommand, { cwd, env }: Io) {
  const client = clientIn(env, 'read the issues');
  const before = baseReader(cwd, base);
  try {
    return await readEffect({ repository, before, after: treeReader(cwd), index: indexOf(client) });
  } catch (error) {
    if (error instanceof NoBase) throw new CommandError(error.message);
    return explainFailure(error);
  }
}

function print(effect: Known<GovernanceEffect> | null, io: Io): string {
  if (effect === null) return 'nothing that governs issues has changed\n';
  if (!effect.known) return `the effect is not known: ${inTerminal(effect.because)}\n`;
  const colours = paint(io);
  const lines = effectLines(effect.value, {
    name: (text) => colours.bold(inTerminal(text)),
    code: quote,
  });
  const { issues } = effect.value.impact;
  const looked = colours.dim(`${issues} open issue${issues === 1 ? '' : 's'} looked at`);
  return `${[...(lines.length > 0 ? lines : ['no open issue is touched']), looked].join('\n')}\n`;
}
