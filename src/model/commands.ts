import type { Actor } from './facts.ts';

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

/**
 * One revision of a comment, or an issue's own text when it was opened, as far as it holds commands. Which families of
 * labels there are is not known yet: `/remove-area` is a name here.
 */
export interface GivenCommands {
  /** Node id of the comment, or of the issue. */
  to: string;
  /** Who wrote this revision, which need not be who wrote the comment. */
  by: Actor;
  /** ISO 8601: when, by GitHub's clock, which tells the second. */
  at: string;
  /** The comment's number, which grows from one to the next; 0 for the issue's own text. */
  nth: number;
  /** What this revision brings. */
  added: CommandsRead;
  /** What stood there before it: not obeyed again, and what was answered to it holds. */
  kept: CommandsRead;
  /** Whether there was a revision before it, which may be answered. */
  edited: boolean;
  /** How often it was tried to answer what was not known; 0 the first time. */
  tries: number;
}
