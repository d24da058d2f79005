import type { Command } from 'commander';
import type { Io } from '../io.ts';
import { parseCount, parsePort } from './arguments.ts';
import { databaseEnvironment, type End, examples, serveEnvironment } from './help-texts.ts';

/** What runs until it is told to stop, and what is about the bot that does. */
export function addRunningCommands(program: Command, io: Io, end: End): void {
  program
    .command('serve')
    .description('run the bot; without credentials, set it up on this machine')
    .option('--check', 'ask GitHub whether credentials, permissions and webhook are as needed, and end')
    .addHelpText(
      'after',
      `${examples('remit serve', 'remit serve --check', 'DATABASE_URL=postgres://localhost/remit remit serve')}\n${serveEnvironment}`,
    )
    .action(async (options) => end(await (await import('./serve.ts')).serve(options, io)));

  program
    .command('sweeps')
    .description('list the sweeps of the bot: what they covered, and what they would change after an installation')
    .argument('[repository]', 'owner/repo: its sweeps only, and all that the newest of them found')
    .option('--limit <number>', 'list so many, the newest', parseCount, 20)
    .option('--json', 'as one JSON document')
    .addHelpText('after', `${examples('remit sweeps', 'remit sweeps octo-org/octo-repo')}\n${databaseEnvironment}`)
    .action(async (repository, options) =>
      end(await (await import('./sweeps.ts')).listSweeps(repository, options, io)),
    );

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
}
