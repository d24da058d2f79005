import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import { parseCount, parseShare } from './arguments.ts';
import { checkEnvironment, type End, examples, impactEnvironment } from './help-texts.ts';

/** Written out, since the reporters are loaded only when something is checked. */
export const reporterNames = ['compact', 'github', 'json', 'markdown', 'sarif', 'text'];

const failOn = ['error', 'warning', 'new', 'never'];

/** What is about governance documents and the configuration. */
export function addDocumentCommands(program: Command, io: Io, end: End): void {
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
    .command('config')
    .description('check a configuration and print it with its defaults')
    .argument('[path]', 'the configuration', '.github/remit.yml')
    .option('--json', 'as one JSON document')
    .addHelpText('after', examples('remit config', 'remit config .github/remit.yml --json'))
    .action(async (path, options) => end(await (await import('./config.ts')).config(path, options, io)));

  program
    .command('impact')
    .description('tell what a change of the governance documents does to open issues, and carry it out after its merge')
    .requiredOption('-b, --base <ref>', 'the branch, tag or commit that is changed')
    .option('--repo <owner/repo>', 'the repository on GitHub; without it, that of the workflow or of the remote origin')
    .option(
      '--apply',
      'once the default branch has it: rename labels of groups with a new name, and sweep all open issues',
    )
    .option(
      '--max-requests <number>',
      'with --apply: begin no page of 100 issues after so many requests',
      parseCount,
      1000,
    )
    .option('--max-share <share>', 'with --apply: leave the rest of the rate limit to others', parseShare, 0.8)
    .option('--json', 'as one JSON document')
    .addHelpText(
      'after',
      `${examples(
        'remit impact --base origin/main',
        'remit impact --base HEAD~1 --json | jq .moves',
        'git switch main && git pull && remit impact --base HEAD~1 --apply',
      )}\n${impactEnvironment}`,
    )
    .action(async (options) => end(await (await import('./impact.ts')).impact(options, io)));
}
