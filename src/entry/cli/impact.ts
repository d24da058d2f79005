import { baseReader, NoBase, treeReader } from '../../adapters/files/document-reader.ts';
import { Refused, Unreachable } from '../../adapters/github/errors.ts';
import { indexOf } from '../../adapters/github/issue-index.ts';
import { createOctokit } from '../../adapters/github/octokit.ts';
import { type GovernanceEffect, readEffect } from '../../engine/governance-effect.ts';
import { impactJson } from '../../engine/impact-json.ts';
import { effectLines } from '../../engine/print-effect.ts';
import type { Known } from '../../model/known.ts';
import { inTerminal } from '../../text/escape.ts';
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
  const token = env.GITHUB_TOKEN || env.GH_TOKEN;
  if (!token) throw new CommandError('GITHUB_TOKEN is missing: set it to a token that may read the issues');
  const repository = repositoryOf({ root: cwd, named: repo, env });
  if (!repository) throw new CommandError('it is not known which repository this is: add --repo owner/repo');
  const client = createOctokit({ token, baseUrl: env.GITHUB_API_URL || 'https://api.github.com' });
  const before = baseReader(cwd, base);
  try {
    return await readEffect({ repository, before, after: treeReader(cwd), index: indexOf(client) });
  } catch (error) {
    if (error instanceof Unreachable) throw new CommandError(error.message, 3);
    if (error instanceof Refused || error instanceof NoBase) throw new CommandError(error.message);
    throw error;
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
