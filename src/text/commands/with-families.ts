import type { CommandsRead } from '../../model/commands.ts';

/**
 * @returns what was read without knowing the families of labels as it is read with them: `/remove-area x` is what takes
 * off an area, and no command of that name.
 */
export function withFamilies({ commands, errors }: CommandsRead, families: readonly string[]): CommandsRead {
  const familyOf = (name: string) => families.find((family) => name === `remove-${family}`);
  return {
    commands: commands.map((command) => {
      const family = command.remove ? undefined : familyOf(command.name);
      return family === undefined ? command : { ...command, name: family, remove: true };
    }),
    errors: errors.map((error) => ({ ...error, names: error.names.map((name) => familyOf(name) ?? name) })),
  };
}
