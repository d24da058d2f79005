import { printClause } from '../text/clause.ts';
import { codeSpan } from '../text/escape.ts';
import type { ServedCommand } from './command.ts';
import { printWho } from './permission.ts';

/** A line of the table of commands, in plain text. */
export interface CommandRow {
  does: string;
  /** The ways to type it. */
  usage: string[];
  who: string;
}

/** @returns a row a command; families that the same people may use share one. */
export function commandRows(served: ServedCommand[]): CommandRow[] {
  const rows = new Map<string, CommandRow>();
  for (const each of served) {
    const who = whoWords(each);
    const does = `${each.command.summary}.`;
    const key = JSON.stringify([does, who]);
    rows.set(key, { does, usage: [...(rows.get(key)?.usage ?? []), ...usageOf(each)], who });
  }
  return [...rows.values()];
}

/**
 * @returns the table as lines of Markdown. A row begins with what a command does: neither the text nor what a browser
 * copies of it has a line that begins with a command.
 */
export function printCommandTable(served: ServedCommand[]): string[] {
  const rows = commandRows(served).map(({ does, usage, who }) => [
    printClause(does),
    usage.map(codeSpan).join(', '),
    printClause(who),
  ]);
  return [
    'A command stands on a line of its own in a comment.',
    '',
    ...[['does', 'command', 'who may'], ['---', '---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`),
  ];
}

/** @returns what there is to say of one command, as lines of Markdown. */
export function printCommand(served: ServedCommand): string[] {
  return [
    `Type ${usageOf(served).map(codeSpan).join(' or ')}.`,
    '',
    `${printClause(served.command.summary)}. ${printClause(served.command.why)}`,
    '',
    `Who may: ${printClause(whoWords(served))}.`,
  ];
}

/** A command that serves families is described by the first of them. */
function usageOf({ name, command }: ServedCommand): string[] {
  return command.servesFamilies ? command.usage.map((usage) => usage.replace('area', name)) : command.usage;
}

export function whoWords({ who, command }: Pick<ServedCommand, 'who' | 'command'>): string {
  return command.free ? `${printWho(who)}; ${command.free.words}` : printWho(who);
}
