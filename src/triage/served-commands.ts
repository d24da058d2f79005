import type { Policy } from '../model/policy.ts';
import type { Command, ServedCommand } from './command.ts';
import { commands } from './commands/index.ts';

/**
 * @returns the commands of a project by the names that they are typed by. One that nobody may give is none: it may be
 * another bot's.
 */
export function servedCommands({ commands: { families, who } }: Pick<Policy, 'commands'>): ServedCommand[] {
  const serve = (name: string, command: Command): ServedCommand[] => {
    const may = Object.hasOwn(who, name) ? who[name]! : command.who;
    return may.length > 0 ? [{ name, command, who: may }] : [];
  };
  return Object.entries(commands).flatMap(([id, command]) =>
    command.servesFamilies ? Object.keys(families).flatMap((family) => serve(family, command)) : serve(id, command),
  );
}

/** @returns the names that have a `/remove-…` too, as `parseCommands` asks for them. */
export const removableNames = (served: ServedCommand[]): string[] =>
  served.flatMap(({ name, command }) => (command.removes ? [name] : []));
