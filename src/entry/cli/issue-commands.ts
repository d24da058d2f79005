import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import { parseCount, parseShare } from './arguments.ts';
import { credentials, type End, examples, explainEnvironment, readingEnvironment } from './help-texts.ts';

/** What is about issues on GitHub. */
export function addIssueCommands(program: Command, io: Io, end: End): void {
  program
    .command('triage')
    .description('read, decide and apply on one issue')
    .argument('<issue>', 'owner/repo#n')
    .option('--dry-run', 'print the plan and write nothing')
    .option('--json', 'as one JSON document')
    .addHelpText('after', `${examples('remit triage octo-org/octo-repo#12 --dry-run')}\n${credentials}`)
    .action(async (issue, options) => end(await (await import('./triage.ts')).triage(issue, options, io)));

  program
    .command('sweep')
    .description('bring all open issues of a repository into order, and go on where the last run ended')
    .argument('[repository]', 'owner/repo; without it, that of the workflow or of the remote origin')
    .option('--dry-run', 'decide on every issue, say what would be changed, and write nothing')
    .addOption(
      new Option(
        '--apply <what>',
        'write this also to issues from before Remit; without it, all, and to those what the configuration says',
      ).choices(['labels', 'all']),
    )
    .option('--max-requests <number>', 'begin no page of 100 issues after so many requests', parseCount, 1000)
    .option('--max-share <share>', 'leave the rest of the rate limit to others, such as 0.5', parseShare, 0.8)
    .option('--restart', 'begin anew, though the last run did not end')
    .option('--json', 'as one JSON document')
    .addHelpText(
      'after',
      `${examples(
        'remit sweep octo-org/octo-repo --dry-run',
        'remit sweep octo-org/octo-repo --apply all --dry-run',
        'remit sweep octo-org/octo-repo --apply labels',
        'remit sweep --max-requests 200 --json | jq .requirements',
      )}\n${credentials}\n  REMIT_DATA       where a sweep that did not end is kept (default .remit)`,
    )
    .action(async (repository, options) => end(await (await import('./sweep.ts')).sweep(repository, options, io)));

  program
    .command('gate')
    .description('tell whether a milestone is achieved: exit code 0 when nothing that must be done is open in it')
    .argument('<milestone>', 'its title')
    .option('--repo <repository>', 'owner/repo; without it, that of the workflow or of the remote origin')
    .option('--json', 'as one JSON document')
    .addHelpText(
      'after',
      `${examples('remit gate 1.4 --repo octo-org/octo-repo', "remit gate 1.4 --json | jq -r '.issues[].url'")}\n${readingEnvironment}`,
    )
    .action(async (milestone, options) => end(await (await import('./gate.ts')).gate(milestone, options, io)));

  program
    .command('epics')
    .description('print the epics as a tree with their progress, what is wrong with them, and what is below none')
    .argument('[repository]', 'owner/repo; without it, that of the workflow or of the remote origin')
    .option('--owner <group>', 'those that the group owns, by its slug')
    .option('--max-requests <number>', 'end after so many requests', parseCount, 1000)
    .option('--json', 'as one JSON document')
    .addHelpText(
      'after',
      `${examples('remit epics octo-org/octo-repo', 'remit epics --owner docs', "remit epics --json | jq '.orphans | length'")}\n${readingEnvironment}`,
    )
    .action(async (repository, options) => end(await (await import('./epics.ts')).epics(repository, options, io)));

  program
    .command('rollover')
    .description('move the open issues of a milestone into another, but for those that people want there')
    .argument('<milestone>', 'its title, or #3 by its number')
    .requiredOption('--to <milestone>', 'the title of the one that they go into')
    .option('--repo <repository>', 'owner/repo; without it, that of the workflow or of the remote origin')
    .option('--dry-run', 'say which would move, and move none')
    .option('--json', 'as one JSON document')
    .addHelpText('after', `${examples('remit rollover 1.4 --to 1.5 --dry-run')}\n${credentials}`)
    .action(async (from, options) => end(await (await import('./rollover.ts')).rollover(from, options, io)));

  program
    .command('report')
    .description('tell how the open issues of a repository stand, by group: priorities, milestones, what is missing')
    .argument('[repository]', 'owner/repo; without it, that of the workflow or of the remote origin')
    .addOption(new Option('--format <name>').choices(['text', 'markdown', 'json', 'html']).default('text'))
    .option('--json', 'the same as --format json')
    .option('-o, --output <path>', 'write it to a file')
    .option('--since <path>', 'an earlier report as JSON: say what has changed')
    .option('--max-requests <number>', 'end after so many requests', parseCount, 1000)
    .addHelpText(
      'after',
      `${examples(
        'remit report octo-org/octo-repo',
        'remit report octo-org/octo-repo --json -o june.json',
        'remit report octo-org/octo-repo --since june.json --format html -o report.html',
      )}\n${readingEnvironment}`,
    )
    .action(async (repository, options) => end(await (await import('./report.ts')).report(repository, options, io)));

  program
    .command('explain')
    .description('tell what happened to an issue, what was decided and written, and why')
    .argument('<issue>', 'owner/repo#n')
    .option('--timeline', 'tell it from GitHub’s timeline, even where there is a database')
    .option('--json', 'as one JSON document')
    .addHelpText('after', `${examples('remit explain octo-org/octo-repo#12')}\n${explainEnvironment}`)
    .action(async (issue, options) => end(await (await import('./explain.ts')).explain(issue, options, io)));

  program
    .command('parse')
    .description('print the commands that a comment holds, as the bot would read them')
    .argument('[file]', 'the comment, or - for stdin', '-')
    .option('--json', 'as one JSON document')
    .option('-c, --config <path>', 'the configuration', '.github/remit.yml')
    .addHelpText('after', examples('remit parse comment.md', "echo '/area docs' | remit parse --json"))
    .action(async (file, options) => end(await (await import('./parse.ts')).parse(file, options, io)));

  program
    .command('commands')
    .description('print the commands that people may give in comments, and who may')
    .option('--json', 'as one JSON document')
    .option('-c, --config <path>', 'the configuration', '.github/remit.yml')
    .addHelpText('after', examples('remit commands', 'remit commands --json'))
    .action(async (options) => end(await (await import('./commands.ts')).commands(options, io)));
}
