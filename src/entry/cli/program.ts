import { Command, CommanderError } from 'commander';
import { type ExitCode, type Io, isCommandError } from '../io.ts';
import { addDocumentCommands } from './document-commands.ts';
import { type End, exitCodes } from './help-texts.ts';
import { addIssueCommands } from './issue-commands.ts';
import { ownVersion } from './own-version.ts';
import { addRunningCommands } from './running-commands.ts';

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

function buildProgram(io: Io, end: End): Command {
  const program = new Command('remit')
    .description('Keeps issues owned and plannable, from the document in which the project says who owns what.')
    .version(ownVersion(), '-V, --version', 'print the version')
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError('(see `remit --help`)')
    .addHelpText('after', `\n${exitCodes}`);

  addDocumentCommands(program, io, end);
  addIssueCommands(program, io, end);
  addRunningCommands(program, io, end);
  return program;
}
