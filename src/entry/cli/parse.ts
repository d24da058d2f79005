import type { CommandsRead } from '../../model/commands.ts';
import { parseCommands } from '../../text/commands/parse-commands.ts';
import { decodeDocument } from '../../text/decode.ts';
import { inTerminal } from '../../text/escape.ts';
import { commandsJson } from '../../triage/commands-json.ts';
import { removableNames, servedCommands } from '../../triage/served-commands.ts';
import { CommandError, type ExitCode, type Io, paint } from '../io.ts';
import { loadPolicy } from '../load-policy.ts';
import { readChosen } from './read-chosen.ts';

/** `remit parse`: the commands that a comment holds, as the bot would read them; 1 when a line is not read as one. */
export async function parse(path: string, options: { json?: boolean; config: string }, io: Io): Promise<ExitCode> {
  const policy = loadPolicy({ root: io.cwd, path: options.config });
  const text = path === '-' ? inputText(await io.input()) : fileText(path, io);
  const read = parseCommands(text, { families: removableNames(servedCommands(policy)) });
  io.out(options.json ? `${JSON.stringify(commandsJson(read), null, 2)}\n` : printRead(read, io));
  return read.errors.length > 0 ? 1 : 0;
}

function inputText(input: Uint8Array): string {
  const text = decodeDocument(input, 'the comment');
  if (typeof text !== 'string') throw new CommandError(text.problem);
  return text;
}

function fileText(path: string, { cwd }: Io): string {
  const [file] = readChosen(cwd, [path]);
  if (!file) throw new CommandError(`${path} is a folder: name the file that holds the comment, or - for stdin`);
  if ('problem' in file) throw new CommandError(file.problem);
  return file.text;
}

function printRead({ commands, errors }: CommandsRead, io: Io): string {
  const colours = paint(io);
  const lines = [
    ...commands.map(({ line, text }) => ({ line, shown: `${colours.green('✓')} ${inTerminal(text)}` })),
    ...errors.map(({ line, message }) => ({ line, shown: `${colours.red('✗')} ${inTerminal(message)}` })),
  ];
  if (lines.length === 0) return 'no commands\n';
  return lines
    .sort((a, b) => a.line - b.line)
    .map(({ line, shown }) => `${String(line).padStart(5)}  ${shown}\n`)
    .join('');
}
