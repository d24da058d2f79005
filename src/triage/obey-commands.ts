import type { CommandGround, Giver } from '../model/command-facts.ts';
import type { CommandsRead, WrittenCommand } from '../model/commands.ts';
import type { Effect } from '../model/plan.ts';
import { argumentOf } from '../text/commands/argument.ts';
import { quote } from '../text/escape.ts';
import { isAmong } from '../text/github-names.ts';
import { nearest } from '../text/spelling.ts';
import { afterEffects } from './after-effects.ts';
import { withBots } from './bots.ts';
import type { Answer, CommandCase, Outcome, ServedCommand } from './command.ts';
import { whoWords } from './command-table.ts';
import { commands } from './commands/index.ts';
import { holdOfRepository } from './hold.ts';
import { netEffects } from './net-effects.ts';
import { cannotTell, refuse } from './outcome.ts';
import { overruled, type Setting, settingsOf } from './overruled.ts';
import { isOneOf } from './permission.ts';
import { isProwCommand } from './prow-commands.ts';
import { servedCommands } from './served-commands.ts';
import type { Situation } from './situation.ts';
import { type Timing, tooLate } from './too-late.ts';
import { unreadAnswers } from './unread-answers.ts';

/** Somebody's commands, and everything that obeying them rests on. */
export interface Asking extends Situation {
  /** What was found in one comment, or in the issue's own text. */
  read: CommandsRead;
  giver: Giver;
  /** At least what `needsOf` asked for. */
  ground: CommandGround;
  timing: Timing;
}

export interface Obedience {
  /** What is to be written to the issue, without what is so already. */
  effects: Effect[];
  /** One for each line that means Remit, in order. */
  answers: Answer[];
  /** Why nothing is obeyed or answered at all; `null` where something may be. */
  hold: string | null;
}

/**
 * Obeys commands in the order in which they are written, each over what the ones before have left: what the last one
 * says holds. Nothing is done for somebody of whom it is not known whether they may.
 */
export function obeyCommands(given: Asking): Obedience {
  const asking = { ...given, issue: withBots(given.issue, given.policy.triage.bots) };
  const hold = holdOf(asking);
  if (hold !== null) return { effects: [], answers: [], hold };
  const served = servedCommands(asking.policy);
  const answers = unreadAnswers(asking.read, served);
  const effects: Effect[] = [];
  const settings: Setting[] = [];
  let { issue } = asking;
  for (const written of asking.read.commands) {
    const outcome = obey(written, { ...asking, issue }, served);
    if (outcome === null) continue;
    const made = outcome.is === 'done' ? outcome.effects : [];
    answers.push({ line: written.line, text: written.text, outcome, overrules: overruled(made, settings) });
    settings.push(...settingsOf(made, written));
    effects.push(...made);
    issue = afterEffects(issue, made);
  }
  answers.sort((a, b) => a.line - b.line);
  return { effects: netEffects(asking.issue, effects), answers, hold: null };
}

/** Of those who don't speak to it Remit takes no notice. */
function holdOf({ giver: { actor }, issue, policy }: Asking): string | null {
  const { commands: settings, triage } = policy;
  if (!settings.enabled) return 'commands are switched off';
  if (issue.isPullRequest && !settings.pullRequests) return 'commands on pull requests are not obeyed';
  const standing = holdOfRepository(issue);
  if (standing !== null) return standing;
  if (issue.locked) return 'the issue is locked';
  if (actor.own) return 'it was written by Remit itself';
  const isPerson = actor.kind === 'person' && !isAmong(triage.bots, actor.login);
  if (isPerson || isAmong(settings.bots, actor.login)) return null;
  return `${quote(actor.login)} is no person, and none of the programs whose commands are obeyed`;
}

/** @returns `null` where the command is meant for somebody else. */
function obey(written: WrittenCommand, asking: Asking, served: ServedCommand[]): Outcome | null {
  const found = served.find(({ name }) => name === written.name);
  if (!found || (written.remove && !found.command.removes)) return outcomeOfUnknown(written, served);
  const because = `${quote(asking.giver.actor.login)} asked for it`;
  const asked: CommandCase = { ...asking, written, argument: argumentOf(written), because, served };
  const may = found.command.free?.holds(asked) ? { known: true as const, value: true } : isOneOf(found.who, asked);
  if (!may.known) return cannotTell(`whether you may: ${may.because}`);
  if (!may.value) return refuse(`it takes ${whoWords(found)}`);
  const outcome = found.command.obey(asked);
  const late = outcome.is === 'done' ? tooLate(outcome.effects, asking.issue, asking.timing) : null;
  return late === null ? outcome : refuse(late);
}

/** A shorter word is too near to too many others. */
const shortest = 4;

/** Other bots have commands too, and a line may begin with a path: only what is nearly one of ours is answered. */
function outcomeOfUnknown({ name }: WrittenCommand, served: ServedCommand[]): Outcome | null {
  const typed = served.flatMap((each) => [each.name, ...(each.command.removes ? [`remove-${each.name}`] : [])]);
  const isOthers = name.length < shortest || isProwCommand(name) || Object.hasOwn(commands, name);
  const close = isOthers ? [] : nearest(name, typed);
  if (close.length === 0) return null;
  return refuse(`there is no command ${quote(`/${name}`)}`, { expected: close.map((each) => `/${each}`) });
}
