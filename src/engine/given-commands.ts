import type { CommandsRead, GivenCommands, WrittenCommand } from '../model/commands.ts';
import type { Actor } from '../model/facts.ts';
import { addedCommands } from '../text/commands/added-commands.ts';
import { parseCommands } from '../text/commands/parse-commands.ts';
import { digestOf } from '../text/digest.ts';
import type { Answer } from '../triage/command.ts';

/** A revision of a text, as a delivery brings it. */
interface Revision {
  /** Node id of the comment, or of the issue. */
  to: string | undefined;
  /** ISO 8601. */
  at: string | undefined;
  /** Of the comment; 0 for the issue's own text. */
  nth?: number | undefined;
  by: { login: string; type: string } | undefined;
  /** `null` where there is none any more. */
  after: string | null;
  /** The text that it takes the place of; `null` where there was none. */
  before: string | null;
}

/** @returns the commands of a revision; `null` where it says nothing about commands that was not said before. */
export function givenIn({ to, at, nth = 0, by, before, after }: Revision): GivenCommands | null {
  const was = read(before);
  const is = read(after);
  const added = addedCommands(was, is);
  if (isNone(added) && isNone(addedCommands(is, was))) return null;
  if (to === undefined || at === undefined || by === undefined) return null;
  return { to, by: actorOf(by), at, nth, added, kept: without(is, added), edited: before !== null, tries: 0 };
}

/** @returns the same id for the same revision, whichever delivery brings it. */
export function revisionId({ to, at, added, kept, edited, tries }: GivenCommands): string {
  const id = `${to}@${at}-${digestOf(JSON.stringify([added, kept, edited]))}`;
  return tries === 0 ? id : `${id}+${tries}`;
}

/** Whether a text has a line that may be a command of somebody's. */
export const saysCommand = (text: string): boolean => !isNone(read(text));

/** Which families there are is not known before the configuration is read. */
const read = (text: string | null): CommandsRead =>
  text === null ? { commands: [], errors: [] } : parseCommands(text, { families: [] });

const isNone = ({ commands, errors }: CommandsRead): boolean => commands.length === 0 && errors.length === 0;

const actorOf = ({ login, type }: { login: string; type: string }): Actor => ({
  login,
  kind: type === 'User' ? 'person' : 'program',
});

/**
 * @returns what is left to be asked of commands that could not be answered, by a comment as it reads now: what somebody
 * has taken out of it since is not obeyed any more.
 */
export function asItReads(given: GivenCommands, body: string): Pick<GivenCommands, 'added' | 'kept'> {
  const now = read(body);
  return { added: without(given.added, addedCommands(now, given.added)), kept: addedCommands(given.added, now) };
}

/** @returns the same with what could not be answered as what is to be asked again; `null` where all is answered. */
export function unansweredIn(answers: Answer[], given: GivenCommands): GivenCommands | null {
  const open = answers.filter(({ outcome, said }) => outcome.is === 'unknown' && said === undefined);
  if (open.length === 0) return null;
  const isOpen = ({ line, text }: WrittenCommand) =>
    open.some((answer) => answer.line === line && answer.text === text);
  const added = { commands: given.added.commands.filter(isOpen), errors: [] };
  return { ...given, added, tries: given.tries + 1 };
}

const without = ({ commands, errors }: CommandsRead, other: CommandsRead): CommandsRead => ({
  commands: commands.filter((each) => !other.commands.includes(each)),
  errors: errors.filter((each) => !other.errors.includes(each)),
});
