import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import type { Seed } from '../../emulator/seed.ts';
import { readSeed } from '../../emulator/seed-schema.ts';
import { toldToStop } from '../app/environment.ts';
import { CommandError, type ExitCode, type Io } from '../io.ts';

interface EmulateOptions {
  port: number;
  seed?: string;
  /** Where webhooks go. */
  webhookUrl?: string;
  /** A file that is written with the variables that Probot and scripts read. */
  variables?: string;
}

/** `remit emulate`: a GitHub that fits in a process; runs until it is told to stop. */
export async function emulate(options: EmulateOptions, io: Io): Promise<ExitCode> {
  const { port, webhookUrl, variables } = options;
  const seed = options.seed ? loadSeed(resolve(io.cwd, options.seed)) : undefined;
  const settings = { port, ...(seed ? { seed } : {}), ...(webhookUrl ? { webhookUrl } : {}) };
  const github = await startEmulator(settings).catch((error: Error) => {
    throw new CommandError(`the emulated GitHub can’t start: ${error.message}`);
  });
  const person = firstPerson(github);
  if (variables) writeVariables(resolve(io.cwd, variables), variablesFor(github, person?.token));
  io.out(howToUse(github, person, options));
  await toldToStop();
  await github.close();
  if (github.unknownRoutes.length > 0) {
    io.out(`Asked for, and not answered here:

${github.unknownRoutes.map((route) => `  ${route}`).join('\n')}
`);
  }
  return 0;
}

type Person = ReturnType<Emulator['as']>;

function howToUse(github: Emulator, person: Person | null, { webhookUrl, variables }: EmulateOptions): string {
  const { url, apiUrl, graphqlUrl, app } = github;
  const token = person?.token ?? '<token>';
  const whose = person ? `, ${person.login}’s` : ': the seed names nobody, so there is none';
  return `An emulated GitHub answers at ${url}

  REST       ${apiUrl}
  GraphQL    ${graphqlUrl}
  Pages      ${url}/<owner>/<repository>
  Token      ${token}${whose}
  App        id ${app.id}, webhook secret ${app.webhookSecret}
  Webhooks   ${webhookUrl ?? 'to nobody: --webhook-url says where'}
  Variables  ${variables ?? '--variables <file> writes them with the App’s private key'}

Point at it

  Octokit    new Octokit({ baseUrl: '${apiUrl}', auth: '${token}' })
  Probot     new Probot({ baseUrl: '${apiUrl}', appId, privateKey, secret }), or GHE_HOST=${new URL(url).host} GHE_PROTOCOL=http
  gh         GH_ENTERPRISE_TOKEN=${token} gh api ${apiUrl}/user
  curl       curl -H 'authorization: token ${token}' ${apiUrl}/user

Ctrl+C ends it; nothing is kept.
`;
}

function firstPerson(github: Emulator): Person | null {
  const found = [...github.state.accounts.values()].find(({ kind }) => kind === 'User');
  return found ? github.as(found.login) : null;
}

function variablesFor({ url, apiUrl, graphqlUrl, app }: Emulator, token: string | undefined): Record<string, string> {
  return {
    GITHUB_API_URL: apiUrl,
    GITHUB_GRAPHQL_URL: graphqlUrl,
    ...(token ? { GITHUB_TOKEN: token } : {}),
    GHE_HOST: new URL(url).host,
    GHE_PROTOCOL: 'http',
    APP_ID: String(app.id),
    WEBHOOK_SECRET: app.webhookSecret,
    PRIVATE_KEY: app.privateKey,
  };
}

/** As `node --env-file` reads it: in double quotes `\n` is a line's end. */
function writeVariables(path: string, values: Record<string, string>): void {
  const lines = Object.entries(values).map(([name, value]) => `${name}="${value.replaceAll('\n', '\\n')}"\n`);
  try {
    writeFileSync(path, lines.join(''), { mode: 0o600 });
  } catch (error) {
    throw new CommandError(`the variables can’t be written to ${path}: ${(error as Error).message}`);
  }
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
