import { type ZodObject, type ZodType, z } from 'zod';
import { standardColumns } from '../governance/column-words.ts';
import { requirements } from '../triage/requirements/index.ts';
import { commandsSection } from './policy-commands.ts';
import { durationPattern, secondsOf } from './policy-duration.ts';
import { milestonesSection } from './policy-milestones.ts';
import { login, name, oneOrMore, section } from './policy-parts.ts';
import { routes } from './policy-routes.ts';
import { ruleSettings } from './policy-rules.ts';

/*
 * `.github/remit.yml` as people write it. Each message completes “… must be”; those that are not given here are made
 * in `policy-words.ts`. Every setting may be left out; a section may also stand there empty, as it does when all its
 * lines are commented out.
 */

const labelWords = 'a label with one `{group}` or `{name}` in it, such as `area/{group}`';
const labelPattern = z
  .string(labelWords)
  .max(100, labelWords)
  .regex(/^[^{}]*\{(?:group|name)\}[^{}]*$/, labelWords);

const teamWords = 'a team’s name with one `{group}` in it, such as `wg-{group}-leads`';

const pathWords = 'the path of a document in this repository, such as `WORKING-GROUPS.md`';
const documentPath = z
  .string(pathWords)
  .min(1, pathWords)
  .max(1000, pathWords)
  .regex(/^(?![\w.-]+\/[\w.-]+:)/, {
    error: 'a path in this repository (documents of other repositories are not read yet)',
    abort: true,
  })
  .regex(/^(?![/~])(?!(?:.*\/)?\.\.(?:\/|$))/, {
    error: 'a path from the repository’s root, without `..`',
    abort: true,
  })
  .regex(/^[^\p{Cc}\\:*?"<>|]*$/u, 'a path with forward slashes and without patterns')
  .transform((path) =>
    path
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .join('/'),
  )
  .refine((path) => path !== '', pathWords);

const durationWords = 'a duration such as `1d` or `90m`';
const duration = z.string(durationWords).regex(durationPattern, durationWords).transform(secondsOf);

const dayWords = 'a day such as `2026-11-21`';
const day = z
  .string(dayWords)
  .regex(/^\d{4}-\d\d-\d\d$/, { error: dayWords, abort: true })
  .refine((text) => new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) ?? false, dayWords);

const aliases = z
  .record(z.string(), z.string().min(1).max(200))
  .nullish()
  .transform((value) => value ?? {});

const columns = () =>
  Object.fromEntries(
    Object.entries(standardColumns).map(([column, header]) => [
      column,
      oneOrMore(name, 'the header of a column').optional().describe(`Headers that stand for ${header}.`),
    ]),
  );

const requirementSettings = () =>
  Object.fromEntries(
    Object.entries(requirements).map(([id, { summary, options, standard }]) => [
      id,
      z
        .union([z.boolean(), options], { error: '`true`, `false` or a block of its options' })
        .default(standard)
        .transform((value) => (value === true ? options.parse({}) : value) as Record<string, unknown> | false)
        .describe(`${summary}.`),
    ]),
  );

type PolicyFile = ReturnType<typeof makePolicyFile>;
let made: PolicyFile | undefined;

/** `.github/remit.yml`; what it gives has all defaults filled in. Made when it is needed: many projects have none. */
export function policyFile(): PolicyFile {
  made ??= makePolicyFile();
  return made;
}

const makePolicyFile = () =>
  z.strictObject({
    charter: section('Where the project says who owns what.', {
      documents: oneOrMore(documentPath, pathWords)
        .prefault([])
        .describe('Paths of the governance documents in this repository.'),
      label: oneOrMore(labelPattern, labelWords)
        .prefault(['area/{group}', 'wg/{group}', 'sig/{group}', '{name}'])
        .describe(
          'How a group’s label is made: `{group}` is its name in small letters and hyphens, `{name}` its name as printed.',
        ),
      aliases: aliases.describe('Other names and labels of groups: `key: Group` or `key: Group - Area`.'),
      columns: section(
        'What the project calls the columns of its tables, where it is none of the usual words.',
        columns(),
      ),
      team: z
        .string(teamWords)
        .regex(/^[^{}]{0,100}\{group\}[^{}]{0,100}$/, teamWords)
        .optional()
        .describe('The team of a group on GitHub, where the document links none: `wg-{group}-leads`.'),
      'create-labels': z
        .boolean()
        .default(false)
        .describe('Whether the label of a group is made where an issue needs it and the repository has none.'),
    }),
    check: section('What is checked in the documents.', {
      'fail-on': z
        .enum(['error', 'warning', 'new', 'never'])
        .default('error')
        .describe('The severity from which a check fails; `new` for errors and warnings that the base has not.'),
      files: oneOrMore(documentPath, pathWords)
        .prefault([])
        .describe('Paths of other files to check: teams, members, charters that are not found by their names.'),
      rules: section('Switches rules off or gives them another severity.', ruleSettings()),
    }),
    triage: section('What an issue needs.', {
      requirements: section('The facts that every issue needs; `false` switches one off.', requirementSettings()),
      'from-form': oneOrMore(name, 'the label of a field of an issue form')
        .prefault([])
        .describe('Fields of issue forms whose answer names the group, where no label does.'),
      routes: routes
        .default([])
        .describe('Whom issues are for that no label and no form says it of: the first that fits.'),
      notify: z
        .enum(['none', 'assign', 'team'])
        .default('none')
        .describe(
          'How a group learns that it owns an issue, once for each: not at all, by assigning one of its leads in turn, or by a comment that mentions its team.',
        ),
      speak: z
        .enum(['comment', 'label', 'silent'])
        .default('comment')
        .describe(
          '`comment` writes one checklist below an issue, `label` sets `needs-owner`, `needs-milestone` and so on, `silent` does neither.',
        ),
      patience: duration.prefault('1d').describe('How long something may be missing before the first word is said.'),
      since: day
        .optional()
        .describe(
          'Issues opened before this day are from before Remit; without it, those from before the App’s installation, or from before its files in an Action.',
        ),
      backfill: z
        .enum(['none', 'labels'])
        .default('none')
        .describe('What is added to issues from before Remit, which never get a comment: nothing, or labels.'),
      'pull-requests': z.boolean().default(false).describe('Whether pull requests need what issues need.'),
      bots: z
        .array(login)
        .max(100)
        .default([])
        .describe('Logins of machine users, whom GitHub takes for people; what they do is not a person’s will.'),
      ignore: section('Issues that are left alone.', {
        labels: z.array(name).max(100).default([]).describe('Labels of such issues.'),
        types: z.array(name).max(100).default([]).describe('Types of such issues.'),
        authors: z.array(login).max(100).default([]).describe('Logins of those who open such issues.'),
      }),
    }),
    milestones: milestonesSection(),
    commands: commandsSection(),
  });

/** @returns the settings that there are at a path, to suggest one for a misspelt key; empty where there are none. */
export function settingsAt(path: PropertyKey[], from: ZodType = policyFile()): string[] {
  const [key, ...rest] = path;
  if (typeof key === 'number') return settingsAt(rest, entryOf(from));
  const shape = shapeOf(from);
  if (key === undefined) return Object.keys(shape);
  const next = Object.hasOwn(shape, key) ? shape[String(key)] : undefined;
  return next ? settingsAt(rest, next) : [];
}

/** What each entry of a list is. */
function entryOf(schema: ZodType): ZodType {
  if (schema instanceof z.ZodArray) return schema.element as ZodType;
  return 'unwrap' in schema ? entryOf((schema.unwrap as () => ZodType)()) : z.never();
}

function shapeOf(schema: ZodType): Record<string, ZodType> {
  if (schema instanceof z.ZodObject) return (schema as ZodObject<Record<string, ZodType>>).shape;
  if (schema instanceof z.ZodPipe) return shapeOf(schema.in as ZodType);
  if (schema instanceof z.ZodUnion) {
    return Object.assign({}, ...schema.options.map((option) => shapeOf(option as ZodType)));
  }
  const isWrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault;
  return isWrapped ? shapeOf(schema.unwrap() as ZodType) : {};
}
