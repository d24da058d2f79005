import { z } from 'zod';
import type {
  Seed,
  SeedIssue,
  SeedIssueType,
  SeedOrganization,
  SeedProject,
  SeedPullRequest,
  SeedRepository,
  SeedTeam,
} from './seed.ts';
import { issueTypeColors } from './state/account.ts';
import { projectRoles } from './state/projects.ts';

/** The fields that a part of the seed has, each of them and no other: the compiler holds the schema to the type. */
type FieldsOf<Part> = Record<keyof Part, z.ZodType>;

const login = z.string().min(1).describe('A login');
/** YAML reads `1.4` as a number where it stands without quotes. */
const text = z.union([z.string(), z.number().transform(String)]);
const time = z.iso.datetime({ offset: true });
const logins = z.array(login);
const role = z.enum(['none', 'read', 'triage', 'write', 'maintain', 'admin']);

const user = z.strictObject({
  login,
  name: z.string().optional(),
  type: z.enum(['User', 'Bot']).optional().describe('A login that ends in `[bot]` is a bot without being called one.'),
} satisfies FieldsOf<NonNullable<Seed['users']>[number]>);

const team = z.strictObject({
  name: z.string().min(1),
  slug: z.string().optional().describe('Made from the name unless given.'),
  parent: z.string().optional().describe('The name of an earlier team.'),
  members: logins.optional(),
  maintainers: logins.optional(),
  privacy: z.enum(['closed', 'secret']).optional(),
  description: z.string().optional(),
  repositories: z.record(z.string(), role).optional().describe('What its members may do, by the repository’s name.'),
} satisfies FieldsOf<SeedTeam>);

const project = z.strictObject({
  title: z.string().min(1),
  number: z.int().min(1).optional(),
  description: z.string().optional(),
  public: z.boolean().optional().describe('Whether everyone may read it; not unless said.'),
  baseRole: z.enum(projectRoles).optional().describe('What members of the organisation may do; `write` unless said.'),
  collaborators: z.record(z.string(), z.enum(projectRoles)).optional().describe('Roles by login.'),
  fields: z
    .record(z.string(), z.union([z.enum(['text', 'number', 'date']), z.array(z.string())]))
    .optional()
    .describe('Besides the title, by name; a list is what a single select offers.'),
  items: z
    .array(
      z.strictObject({
        repository: z.string(),
        issue: z.int().min(1),
        values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    )
    .optional(),
} satisfies FieldsOf<SeedProject>);

const issueType = z.strictObject({
  name: text,
  description: z.string().optional(),
  color: z.enum(issueTypeColors).optional(),
  enabled: z.boolean().optional().describe('False for one that no more issues are given.'),
} satisfies FieldsOf<SeedIssueType>);

const organization = z.strictObject({
  login,
  name: z.string().optional(),
  members: logins.optional().describe('Who is not among the users becomes one.'),
  publicMembers: logins.optional().describe('Those members who show that they are; nobody unless said.'),
  description: z.string().optional(),
  baseRole: z
    .enum(['none', 'read', 'write', 'admin'])
    .optional()
    .describe('What members may do in every repository of the organisation; `read` unless said.'),
  admins: logins.optional().describe('Members who own the organisation.'),
  teams: z.array(team).optional(),
  projects: z.array(project).optional(),
  issueTypes: z
    .array(z.union([text, issueType]))
    .optional()
    .describe('In the place of Task, Bug and Feature.'),
} satisfies FieldsOf<SeedOrganization>);

const label = z.strictObject({
  name: text,
  color: z
    .string()
    .regex(/^[0-9a-fA-F]{6}$/, 'a colour is six hexadecimal digits')
    .optional(),
  description: z.string().optional(),
});

const milestone = z.strictObject({
  title: text,
  state: z.enum(['open', 'closed']).optional(),
  dueOn: z.string().optional().describe('ISO 8601'),
  description: z.string().optional(),
});

const issue = z.strictObject({
  title: text,
  body: z.string().optional(),
  author: login.optional(),
  labels: z.array(text).optional().describe('Names; a label that the repository lacks is made.'),
  milestone: text.optional().describe('The title of one of the repository’s milestones.'),
  assignees: logins.optional(),
  type: text.optional().describe('The name of one of the organisation’s types of issues.'),
  parent: z.int().min(1).optional().describe('The number of an earlier issue of the repository.'),
  blockedBy: z
    .array(z.int().min(1))
    .optional()
    .describe('The numbers of earlier issues of the repository that it waits for.'),
  state: z.enum(['open', 'closed']).optional(),
  createdAt: time.optional(),
  comments: z.array(z.strictObject({ author: login.optional(), body: z.string() })).optional(),
} satisfies FieldsOf<SeedIssue>);

const pullRequest = z.strictObject({
  number: z.int().min(1).optional(),
  title: text,
  body: z.string().optional(),
  author: login,
  files: z.record(z.string(), z.string().nullable()).describe('New texts by path, null for a file that goes.'),
  fork: z.boolean().optional().describe('Whether the branch lies in a fork of the author’s.'),
  draft: z.boolean().optional(),
  state: z.enum(['open', 'closed', 'merged']).optional(),
  reviewers: logins.optional().describe('Who is asked for a review.'),
  reviews: z
    .array(
      z.strictObject({
        author: login,
        state: z.enum(['approved', 'changes_requested', 'commented']).optional().describe('It comments unless said.'),
        body: z.string().optional(),
      }),
    )
    .optional(),
} satisfies FieldsOf<SeedPullRequest>);

const repository = z.strictObject({
  owner: login,
  name: z.string().min(1),
  description: z.string().optional(),
  private: z.boolean().optional(),
  archived: z.boolean().optional(),
  defaultBranch: z.string().min(1).optional(),
  files: z.record(z.string(), z.string()).optional().describe('Texts by path, committed on the default branch.'),
  labels: z.array(z.union([text, label])).optional(),
  milestones: z.array(z.union([text, milestone])).optional(),
  collaborators: z.record(z.string(), role).optional(),
  issues: z.array(issue).optional().describe('Numbered from 1 in this order.'),
  pullRequests: z.array(pullRequest).optional().describe('Numbered after the issues unless they say their number.'),
} satisfies FieldsOf<SeedRepository>);

const app = z.strictObject({
  slug: z.string().min(1).optional(),
  name: z.string().optional(),
  permissions: z
    .record(z.string(), z.enum(['read', 'write', 'admin']))
    .optional()
    .describe(
      'What the app is allowed where it is installed; what is needed for issues and pull requests unless said.',
    ),
} satisfies FieldsOf<NonNullable<Seed['app']>>);

const seed = z
  .strictObject({
    app: app.optional(),
    users: z.array(user).optional(),
    organizations: z.array(organization).optional(),
    repositories: z.array(repository).optional(),
    renamed: z.record(z.string(), login).optional().describe('Logins of today by those of before.'),
  } satisfies FieldsOf<Seed>)
  .describe('What the emulated GitHub holds when it starts.');

/** The JSON schema of a seed file, for editors. */
export function seedSchema(): Record<string, unknown> {
  return z.toJSONSchema(seed, { io: 'input' });
}

/**
 * Reads what a seed file holds; an empty file is an empty seed.
 *
 * @throws RangeError that says of each fault where it is and what is wrong.
 */
export function readSeed(value: unknown): Seed {
  const result = seed.safeParse(value ?? {});
  if (result.success) return result.data as Seed;
  const faults = result.error.issues.map((each) => `${placeOf(each.path)}: ${each.message}`);
  throw new RangeError(faults.join('\n'));
}

/** `repositories[0].issues[2].title` */
function placeOf(path: PropertyKey[]): string {
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return place.replace(/^\./, '') || 'the seed';
}
