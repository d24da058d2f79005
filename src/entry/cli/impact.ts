import { baseReader, NoBase, treeReader } from '../../adapters/files/document-reader.ts';
import { indexOf } from '../../adapters/github/issue-index.ts';
import { type GovernanceEffect, readEffect } from '../../engine/governance-effect.ts';
import { impactJson } from '../../engine/impact-json.ts';
import { effectLines } from '../../engine/print-effect.ts';
import type { Known } from '../../model/known.ts';
import { inTerminal } from '../../text/escape.ts';
import { clientIn, explainFailure } from '../github-in.ts';
import { CommandError, type ExitCode, type Io, paint } from '../io.ts';
import { repositoryOf } from '../repository-of.ts';

/** `remit impact`: what the documents of the working tree change for open issues; 3 where that can't be known. */
export async function impact(options: { base: string; repo?: string; json?: boolean }, io: Io): Promise<ExitCode> {
  const effect = await read(options, io);
  if (options.json) io.out(`${JSON.stringify(impactJson(effect), null, 2)}\n`);
  else io.out(print(effect, io));
  return effect === null || effect.known ? 0 : 3;
}

async function read({ base, repo }: { base: string; repo?: string }, { cwd, env }: Io) {
  const client = clientIn(env, 'read the issues');
  const repository = repositoryOf({ root: cwd, named: repo, env });
  if (!repository) throw new CommandError('it is not known which repository this is: add --repo owner/repo');
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
    code: (text) => `“${inTerminal(text)}”`,
  });
  const { issues } = effect.value.impact;
  const looked = colours.dim(`${issues} open issue${issues === 1 ? '' : 's'} looked at`);
  return `${[...(lines.length > 0 ? lines : ['no open issue is touched']), looked].join('\n')}\n`;
}
