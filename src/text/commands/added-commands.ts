import type { CommandsRead } from '../../model/commands.ts';
import { argumentOf } from './argument.ts';

/**
 * @returns what an edit brings: of the commands after it those that were not there before it, wherever they stand now.
 * One that stands there more often than before is new as often. The same goes for lines that are not read.
 */
export function addedCommands(before: CommandsRead, after: CommandsRead): CommandsRead {
  return {
    commands: added(before.commands, after.commands, (command) => [command.name, command.remove, argumentOf(command)]),
    errors: added(before.errors, after.errors, ({ message, names }) => [message, names]),
  };
}

function added<Each>(before: Each[], after: Each[], meaningOf: (each: Each) => unknown): Each[] {
  const left = new Map<string, number>();
  const keyOf = (each: Each) => JSON.stringify(meaningOf(each));
  for (const each of before) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1);
  return after.filter((each) => {
    const count = left.get(keyOf(each)) ?? 0;
    left.set(keyOf(each), count - 1);
    return count <= 0;
  });
}
