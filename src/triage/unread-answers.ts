import type { CommandsRead } from '../model/commands.ts';
import type { Answer, ServedCommand } from './command.ts';
import { refuse } from './outcome.ts';

/** Lines that only look like commands matter to those who meant one of ours. */
export function unreadAnswers({ errors }: CommandsRead, served: ServedCommand[]): Answer[] {
  const ours = errors.filter(({ names }) => names.some((name) => served.some((each) => each.name === name)));
  return ours.map(({ line, message }) => ({ line, text: '', outcome: refuse(message), overrules: [] }));
}
