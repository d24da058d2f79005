import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { startEmulator } from '../../emulator/emulator.ts';
import type { Seed } from '../../emulator/seed.ts';
import { toldToStop } from '../app/environment.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';

/** `remit emulate`: a GitHub that fits in a process; runs until it is told to stop. */
export async function emulate(options: { port: number; seed?: string }, io: Io): Promise<ExitCode> {
  const seed = options.seed ? readSeed(resolve(io.cwd, options.seed)) : undefined;
  const github = await startEmulator({ port: options.port, ...(seed ? { seed } : {}) }).catch((error: Error) => {
    throw new CommandError(`the emulated GitHub can’t start: ${error.message}`);
  });
  io.out(`An emulated GitHub answers at ${github.url}

  REST       ${github.apiUrl}
  GraphQL    ${github.graphqlUrl}
  App        id ${github.app.id}, webhook secret ${github.app.webhookSecret}

Point Octokit at it with { baseUrl: '${github.apiUrl}' }. Ctrl+C ends it; nothing is kept.
`);
  await toldToStop();
  await github.close();
  return 0;
}

function readSeed(path: string): Seed {
  try {
    return load(readFileSync(path, 'utf8')) as Seed;
  } catch (error) {
    throw new CommandError(`the seed ${path} can’t be read: ${(error as Error).message}`);
  }
}
