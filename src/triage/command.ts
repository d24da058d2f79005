import type { CommandGround, CommandNeeds, Giver } from '../model/command-facts.ts';
import type { WrittenCommand } from '../model/commands.ts';
import type { IssueFacts, IssueRef } from '../model/facts.ts';
import type { Effect } from '../model/plan.ts';
import type { Policy, Who } from '../model/policy.ts';
import type { Situation } from './situation.ts';

/** What a command is obeyed by; the issue is as the commands before have left it. */
export interface CommandCase extends Situation {
  written: WrittenCommand;
  /** All that stands behind the name, as it was typed. */
  argument: string;
  giver: Giver;
  ground: CommandGround;
  /** Why its effects are: on whose word. */
  because: string;
  /** All commands that this project has. */
  served: ServedCommand[];
}

/** What became of a command. */
export type Outcome =
  /** `says` is what its answer says, lines of Markdown. */
  | { is: 'done'; effects: Effect[]; says: string[] }
  /** A clause that says why not, and what would have been right, most likely first, each as one would type it. */
  | { is: 'refused'; message: string; expected: string[] }
  /** Completes “not known: …”. */
  | { is: 'unknown'; because: string };

/** What became of one line. */
export interface Answer {
  line: number;
  /** As it was typed; empty where it is about no single command. */
  text: string;
  outcome: Outcome;
  /** Commands before it of the same comment that it takes back. */
  overrules: { line: number; text: string }[];
  /** What was said of it before, in Markdown, where that is to be said again. */
  said?: string;
}

/** Something that people can ask of Remit by a line of a comment. One file in `commands/`, named after the command. */
export interface Command {
  /** The ways to type it. */
  usage: [string, ...string[]];
  /** What it does, in one sentence without a full stop. */
  summary: string;
  /** What it is good for. */
  why: string;
  /** Who may give it where the configuration says nothing; one of them is enough. */
  who: Who[];
  /** What anyone may ask for, whoever else may give the command. */
  free?: { words: string; holds(asked: Pick<Naming, 'written' | 'giver'>): boolean };
  /** There is a `/remove-<name>` to it. */
  removes?: true;
  /** It serves every family of labels under that family's name. */
  servesFamilies?: true;
  /** What has to be looked up before it is obeyed. */
  needs?(asked: Naming): Partial<CommandNeeds>;
  /** Sets and never toggles: obeyed twice it is obeyed once. */
  obey(asked: CommandCase): Outcome;
  /** The command of Prow's that hands know, and what is other here and why. */
  prow?: { command: string; difference: string };
  /** They are the documentation and the tests; `tryCommand` runs one. */
  examples: CommandExample[];
}

/** What a command's needs can be told from. */
export interface Naming {
  written: WrittenCommand;
  argument: string;
  giver: Pick<Giver, 'actor'>;
  ref: IssueRef;
}

/** A command under the name that it is typed by. */
export interface ServedCommand {
  name: string;
  command: Command;
  /** As the configuration has it; at least one. */
  who: Who[];
}

type WithoutReason<Each> = Each extends unknown ? Omit<Each, 'because'> : never;

export interface CommandExample {
  name: string;
  comment: string;
  /** What differs from a person with the triage role who leads nothing. */
  giver?: Partial<Giver>;
  /** What differs from an open issue without any metadata, which octo-user-1 has opened. */
  issue?: Partial<IssueFacts>;
  ground?: Partial<CommandGround>;
  policy?: Partial<Policy['commands']>;
  /** In order, without their reasons; none where nothing changes. */
  effects?: WithoutReason<Effect>[];
  /** Why it is refused, and what would have been right. */
  refused?: string;
  expected?: string[];
  unknown?: string;
  /** Parts of what is answered. */
  says?: string[];
}
