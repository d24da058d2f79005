import { quote } from '../escape.ts';
import { type SlashLine, slashLines } from './slash-lines.ts';
import { trimmed, unseen, wordGroups } from './words.ts';

/** A command as somebody wrote it, whether or not there is one of that name. */
export interface WrittenCommand {
  /** In small letters, without `/` and without the `remove-` of a family. */
  name: string;
  /** What stands behind the name, by blanks and commas; what stands between quotation marks is one. */
  args: string[];
  /** `/remove-area x` takes off what `/area x` gives. */
  remove: boolean;
  /** From 1. */
  line: number;
  /** The whole command, without blanks around it. */
  text: string;
}

/** A line that looks like a command and is not read as one. */
export interface UnreadCommand {
  line: number;
  /** What is wrong and what to do, in one sentence without a full stop. */
  message: string;
  /** The commands' names: who meant none of ours is told nothing. */
  names: string[];
}

export interface CommandsRead {
  commands: WrittenCommand[];
  errors: UnreadCommand[];
}

/** Further commands of a comment are not obeyed: nobody writes that many by hand. */
export const mostCommands = 20;

const name = /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/;

/**
 * Reads the commands of a comment: a line that begins with `/name`, without a blank before it, and that stands neither
 * in code, a quote, a comment, a table, HTML nor a mail's text. Names are read in any letter case, arguments keep
 * theirs. Never throws, and takes a time that grows with the length alone.
 * @param families of labels, for which `/remove-<family>` is read.
 */
export function parseCommands(text: string, { families }: { families: readonly string[] }): CommandsRead {
  const commands: WrittenCommand[] = [];
  const errors: UnreadCommand[] = [];
  const cut: WrittenCommand[] = [];
  for (const each of slashLines(text)) {
    const read = readLine(each, families);
    if (read === null) continue;
    if ('message' in read) errors.push(read);
    else if (commands.length < mostCommands) commands.push(read);
    else cut.push(read);
  }
  const [first] = cut;
  if (first) {
    const message = `only the first ${mostCommands} commands of a comment are read: write the others in another one`;
    errors.push({ line: first.line, message, names: [...new Set(cut.map((each) => each.name))] });
  }
  return { commands, errors: errors.sort((a, b) => a.line - b.line) };
}

function readLine(
  { line, text: written, within }: SlashLine,
  families: readonly string[],
): WrittenCommand | UnreadCommand | null {
  const text = trimmed(written);
  const slash = text.charAt(0);
  const [start = ''] = /^\S*/.exec(text.slice(1)) ?? [];
  const typed = trimmed(start);
  const folded = typed.normalize('NFKC').replace(unseen, '').toLowerCase();
  if (!name.test(folded)) return null;
  const family = families.find((each) => folded === `remove-${each}`);
  const command = family ?? folded;
  const unread = (message: string): UnreadCommand => ({ line, message, names: [command] });
  const said = quote(text);
  if (slash !== '/') return unread(`${said} begins with ${quote(slash)}, which is no plain slash: write /${folded}`);
  if (typed.toLowerCase() !== folded) {
    return unread(
      `the name in ${said} has signs in it that only look right, or that nobody sees: type /${folded} anew`,
    );
  }
  if (within !== 'text') return unread(`${said} ${places[within]}: put an empty line before it`);
  return {
    name: command,
    args: wordGroups(text.slice(1 + start.length)).flat(),
    remove: family !== undefined,
    line,
    text,
  };
}

const places = {
  quote: 'belongs to the quote above it',
  table: 'belongs to the table above it',
  HTML: 'belongs to the HTML above it',
};
