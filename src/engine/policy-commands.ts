import { z } from 'zod';
import { type Who, whoWords } from '../model/policy.ts';
import { standardFamilies } from '../text/commands/standard-families.ts';
import { commands } from '../triage/commands/index.ts';
import { login, name, section } from './policy-parts.ts';

const familyWords = 'a name in small letters, such as `area`, that is no other command';
const family = z
  .string(familyWords)
  .max(50, familyWords)
  .regex(/^(?!remove-)[a-z][a-z\d]*(?:-[a-z\d]+)*$/, familyWords)
  .refine((name) => !Object.hasOwn(commands, name), familyWords);

const patternWords = 'a label with one `*` and something else in it, such as `area/*`';
const familyPattern = z
  .string(patternWords)
  .max(100, patternWords)
  .regex(/^(?:[^*]+\*[^*]*|\*[^*]+)$/, patternWords);

const families = z
  .union([z.array(family).max(50), z.record(family, familyPattern)], {
    error: 'a list of names such as `area`, or a block of `name: label` settings such as `area: area/*`',
  })
  .transform(
    (value): Record<string, string> =>
      Array.isArray(value) ? Object.fromEntries(value.map((name) => [name, `${name}/*`])) : value,
  );

const oneWords = `${whoWords.map((word) => `\`${word}\``).join(', ')} or a team such as \`team:release-leads\``;
const one = z
  .string(oneWords)
  .regex(new RegExp(`^(?:${whoWords.join('|')}|team:[\\w-]{1,100})$`), oneWords)
  .transform((word) => word as Who);

const whoSetting = z
  .union([one, z.array(one).max(20), z.literal(false)], {
    error: `${oneWords}, a list of such, or \`false\``,
  })
  .transform((value): Who[] => (value === false ? [] : [value].flat()));

const setOnly = (who: Record<string, Who[] | undefined>): Record<string, Who[]> =>
  Object.fromEntries(Object.entries(who).flatMap(([name, value]) => (value ? [[name, value]] : [])));

const knownCommands = () =>
  Object.fromEntries(
    Object.entries(commands).flatMap(([id, { summary, servesFamilies }]) =>
      servesFamilies ? [] : [[id, whoSetting.optional().describe(`${summary}.`)]],
    ),
  );

/** The section on slash commands; who may give a command is set for those that there are, and for families. */
export const commandsSection = () =>
  section('What people may do by commands in comments.', {
    enabled: z.boolean().default(true).describe('`false` where another bot obeys commands.'),
    families: families
      .prefault(standardFamilies)
      .describe('Kinds of labels with a command of their own: `area` for `/area x` and `/remove-area x`.'),
    labels: z.array(name).max(500).default([]).describe('What `/label` may set; `*` stands for any text.'),
    who: z
      .object(knownCommands())
      .catchall(whoSetting)
      .nullish()
      .transform((value) => setOnly(value ?? {}))
      .describe('Who may give a command or one of a family; `false` leaves it to other bots.'),
    bots: z.array(login).max(100).default([]).describe('Logins of programs whose commands are obeyed.'),
    'pull-requests': z.boolean().default(false).describe('Whether commands on pull requests are obeyed.'),
  }).superRefine(({ families, who }, { addIssue }) => {
    const keys = Object.keys(who).filter((key) => !Object.hasOwn(commands, key) && !Object.hasOwn(families, key));
    if (keys.length > 0) addIssue({ code: 'unrecognized_keys', keys, path: ['who'], input: who });
  });
