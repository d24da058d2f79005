import type { CommandsRead, UnreadCommand, WrittenCommand } from '../../model/commands.ts';
import { quote } from '../escape.ts';
import { type SlashLine, slashLines } from './slash-lines.ts';
import { trimmed, unseen, wordGroups } from './words.ts';

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
