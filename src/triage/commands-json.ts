import { z } from 'zod';
import type { CommandsRead } from '../model/commands.ts';
import type { Policy } from '../model/policy.ts';
import { commandRows } from './command-table.ts';
import { servedCommands } from './served-commands.ts';

const line = z.int().positive().describe('Line of the comment, from 1');

/** Shape of what `remit parse --json` prints. */
export const commandsSchema = z
  .strictObject({
    commands: z.array(
      z.strictObject({
        name: z.string().describe('In small letters, without the slash and without `remove-`'),
        args: z.array(z.string()).describe('What stands behind the name, by blanks and commas'),
        remove: z.boolean().describe('Whether it is `/remove-<name>`'),
        line,
        text: z.string().describe('The whole command as it was typed'),
      }),
    ),
    errors: z
      .array(z.strictObject({ line, message: z.string() }))
      .describe('Lines that look like commands and are not read as such'),
  })
  .describe('The commands that a comment holds');

/** @returns the commands as `remit parse --json` prints them. */
export function commandsJson({ commands, errors }: CommandsRead): z.output<typeof commandsSchema> {
  return { commands, errors: errors.map(({ line, message }) => ({ line, message })) };
}

/** Shape of what `remit commands --json` prints. */
export const commandListSchema = z
  .strictObject({
    enabled: z.boolean().describe('Whether the configuration has commands at all'),
    commands: z.array(
      z.strictObject({
        does: z.string(),
        usage: z.array(z.string()).describe('The ways to type it'),
        who: z.string().describe('Who may give it'),
      }),
    ),
  })
  .describe('The commands that people may give in comments');

/** @returns the commands of a project as `remit commands --json` prints them. */
export function commandListJson(policy: Policy): z.output<typeof commandListSchema> {
  return { enabled: policy.commands.enabled, commands: commandRows(servedCommands(policy)) };
}
