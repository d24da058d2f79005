import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { startEmulator } from '../../emulator/emulator.ts';
import type { Seed } from '../../emulator/seed.ts';
import { readSeed } from '../../emulator/seed-schema.ts';
import { toldToStop } from '../app/environment.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';

/** `remit emulate`: a GitHub that fits in a process; runs until it is told to stop. */
export async function emulate(options: { port: number; seed?: string }, io: Io): Promise<ExitCode> {
  const seed = options.seed ? loadSeed(resolve(io.cwd, options.seed)) : undefined;
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
  if (github.unknownRoutes.length > 0) {
    io.out(`Asked for, and not answered here:

${github.unknownRoutes.map((route) => `  ${route}`).join('\n')}
`);
  }
  return 0;
}

function loadSeed(path: string): Seed {
  let value: unknown;
  try {
    value = load(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandError(`the seed ${path} can’t be read: ${(error as Error).message}`);
  }
  try {
    return readSeed(value);
  } catch (error) {
    const faults = (error as Error).message.replace(/^/gm, '  ');
    throw new CommandError(`the seed ${path} is not as schema/seed.json has it:\n${faults}`);
  }
}
