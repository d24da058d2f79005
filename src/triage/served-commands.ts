import type { Policy } from '../model/policy.ts';
import type { Command, ServedCommand } from './command.ts';
import { commands } from './commands/index.ts';

/** @returns all commands of a project by the names that they are typed by, families first. */
export function servedCommands({ commands: { families, who } }: Pick<Policy, 'commands'>): ServedCommand[] {
  const serve = (name: string, command: Command): ServedCommand => ({
    name,
    command,
    who: Object.hasOwn(who, name) ? who[name]! : command.who,
  });
  return Object.entries(commands).flatMap(([id, command]) =>
    command.servesFamilies ? Object.keys(families).map((family) => serve(family, command)) : [serve(id, command)],
  );
}

/** @returns the names that have a `/remove-…` too, as `parseCommands` asks for them. */
export const removableNames = (served: ServedCommand[]): string[] =>
  served.flatMap(({ name, command }) => (command.removes ? [name] : []));
