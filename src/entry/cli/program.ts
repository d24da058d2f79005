import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type ExitCode, type Io, isCommandError } from '../io.ts';
import {
  checkEnvironment,
  credentials,
  databaseEnvironment,
  examples,
  exitCodes,
  explainEnvironment,
  readingEnvironment,
  serveEnvironment,
} from './help-texts.ts';
import { ownVersion } from './own-version.ts';

/**
 * The command line. Each command's code is loaded only when it is called, so that `remit check` starts without the
 * queue, the server and the emulated GitHub.
 * @returns the exit code; never throws.
 */
export async function runCli(argv: string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = buildProgram(io, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (isCommandError(error)) {
      io.err(`remit: ${error.message}\n`);
      return error.code;
    }
    io.err(`remit: this is a mistake in Remit, please report it\n${error instanceof Error ? error.stack : error}\n`);
    return 2;
  }
}

function buildProgram(io: Io, end: (code: ExitCode) => void): Command {
  const program = new Command('remit')
    .description('Keeps issues owned and plannable, from the document in which the project says who owns what.')
    .version(ownVersion(), '-V, --version', 'print the version')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError('(see `remit --help`)')
    .addHelpText('after', `\n${exitCodes}`);

  program
    .command('check')
    .description('check that governance documents are consistent')
    .argument(
      '[paths...]',
      'documents, or - for stdin; without any, those of the configuration, or those that are found',
    )
    .addOption(new Option('-r, --reporter <name>', 'how to print').choices(reporterNames).default('text'))
    .option('--json', 'the same as --reporter json')
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on, or on what is new').choices(failOn),
    )
    .option('-b, --base <ref>', 'say what is new since HEAD left this branch, tag or commit')
    .option('--fix', 'mend what has one right answer, and print what is left')
    .option('--dry-run', 'with --fix: print a patch and write nothing')
    .addOption(new Option('-w, --watch', 'check again when a document changes').conflicts('fix'))
    .option('--offline', 'ask GitHub nothing, even where there is a token')
    .option('--repo <owner/repo>', 'the repository on GitHub; without it, that of the workflow or of the remote origin')
    .option('--stdin-path <path>', 'what the document on stdin is called', 'WORKING-GROUPS.md')
    .option('-c, --config <path>', 'the configuration', '.github/remit.yml')
    .addHelpText(
      'after',
      examples(
        'remit check',
        'remit check WORKING-GROUPS.md --fail-on warning',
        'remit check --json | jq .counts',
        'remit check --base origin/main --fail-on new',
        'remit check --fix --dry-run | git apply',
        'remit check - --fix < WORKING-GROUPS.md',
      ),
    )
    .addHelpText('after', checkEnvironment)
    .action(async (paths, options) => end(await (await import('./check.ts')).check(paths, options, io)));

  program
    .command('charter')
    .description('print what was read from a governance document: groups, areas, leads')
    .argument('[path]', 'the document; without it, that of the configuration, or the one that is found')
    .option('--json', 'as one JSON document')
    .option('-c, --config <path>', 'the configuration', '.github/remit.yml')
    .addHelpText('after', examples('remit charter', 'remit charter WORKING-GROUPS.md --json'))
    .action(async (path, options) => end(await (await import('./charter.ts')).charter(path, options, io)));

  program
    .command('triage')
    .description('read, decide and apply on one issue')
    .argument('<issue>', 'owner/repo#n')
    .option('--dry-run', 'print the plan and write nothing')
    .option('--json', 'as one JSON document')
    .addHelpText('after', `${examples('remit triage octo-org/octo-repo#12 --dry-run')}\n${credentials}`)
    .action(async (issue, options) => end(await (await import('./triage.ts')).triage(issue, options, io)));

  program
    .command('impact')
    .description('tell what a change of the governance documents does to open issues')
    .requiredOption('-b, --base <ref>', 'the branch, tag or commit that is changed')
    .option('--repo <owner/repo>', 'the repository on GitHub; without it, that of the workflow or of the remote origin')
    .option('--json', 'as one JSON document')
    .addHelpText(
      'after',
      `${examples('remit impact --base origin/main', 'remit impact --base HEAD~1 --json | jq .moves')}\n${readingEnvironment}`,
    )
    .action(async (options) => end(await (await import('./impact.ts')).impact(options, io)));

  program
    .command('explain')
    .description('tell what happened to an issue, what was decided and written, and why')
    .argument('<issue>', 'owner/repo#n')
    .option('--timeline', 'tell it from GitHub’s timeline, even where there is a database')
    .option('--json', 'as one JSON document')
    .addHelpText('after', `${examples('remit explain octo-org/octo-repo#12')}\n${explainEnvironment}`)
    .action(async (issue, options) => end(await (await import('./explain.ts')).explain(issue, options, io)));

  program
    .command('config')
    .description('check a configuration and print it with its defaults')
    .argument('[path]', 'the configuration', '.github/remit.yml')
    .option('--json', 'as one JSON document')
    .addHelpText('after', examples('remit config', 'remit config .github/remit.yml --json'))
    .action(async (path, options) => end(await (await import('./config.ts')).config(path, options, io)));

  program
    .command('serve')
    .description('run the bot; without credentials, set it up on this machine')
    .option('--check', 'ask GitHub whether credentials, permissions and webhook are as needed, and end')
    .addHelpText(
      'after',
      `${examples('remit serve', 'remit serve --check', 'DATABASE_URL=postgres://localhost/remit remit serve')}\n${serveEnvironment}`,
    )
    .action(async (options) => end(await (await import('./serve.ts')).serve(options, io)));

  const inbox = program
    .command('inbox')
    .description('list what the bot has to do, does, and could not do')
    .option('--json', 'as one JSON document')
    .addHelpText('after', `${examples('remit inbox', 'remit inbox retry --all')}\n${databaseEnvironment}`)
    .action(async (options) => end(await (await import('./inbox.ts')).listInbox(options, io)));

  inbox
    .command('retry')
    .description('give dead jobs all their tries again')
    .argument('[ids...]', 'ids of jobs')
    .option('--all', 'all that are dead')
    .action(async (ids, options) => end(await (await import('./inbox.ts')).retryDead(ids, options, io)));

  inbox
    .command('drop')
    .description('give up jobs that are dead or not begun')
    .argument('<ids...>', 'ids of jobs')
    .action(async (ids) => end(await (await import('./inbox.ts')).dropJobs(ids, io)));

  program
    .command('emulate')
    .description('run a GitHub that fits in a process, for tests and trials')
    .option('-p, --port <number>', 'the port to listen on', parsePort, 4010)
    .option('--seed <file>', 'a JSON or YAML file with users, repositories and issues to start from')
    .option('--webhook-url <url>', 'where webhooks go; without it nobody is told')
    .option('--variables <file>', 'a file to write with the variables that Probot and scripts read')
    .addHelpText('after', examples('remit emulate --port 4010', 'remit emulate --seed organisation.yml'))
    .action(async (options) => end(await (await import('./emulate.ts')).emulate(options, io)));

  program
    .command('demo')
    .description('show the whole loop on the emulated GitHub, without any credentials')
    .option('--once', 'end when the story is told, with 0 when all happened as it should')
    .addHelpText('after', examples('remit demo', 'remit demo --once'))
    .action(async (options) => end(await (await import('../demo/demo.ts')).demo(options, io)));

  return program;
}

/** Written out, since the reporters are loaded only when something is checked. */
export const reporterNames = ['compact', 'github', 'json', 'markdown', 'sarif', 'text'];

const failOn = ['error', 'warning', 'new', 'never'];

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('A port is 0 to 65535.');
  return port;
}
