import { unitsOf } from '../../src/engine/intake.ts';
import { obeyGiven } from '../../src/engine/obey.ts';
import { createPeopleMemory } from '../../src/engine/people-memory.ts';
import type { GivenCommands } from '../../src/model/commands.ts';
import type { GitHub } from '../../src/model/ports.ts';
import { type Ground, issue, place, repository } from '../contracts/emulated-github.ts';
import { FakeLedger } from '../engine/fake-ledger.ts';

const clock = { now: () => new Date('2100-01-01T00:00:00Z') };

/** A comment as REST gives it. */
interface Comment {
  id: number;
  node_id: string;
  body?: string;
  updated_at: string;
}

/** Comments on the first issue. */
export const say = async ({ as }: Ground, body: string, login = 'octo-lead-1'): Promise<Comment> =>
  (await as(login).issues.createComment({ ...place, issue_number: 1, body })).data;

export const edit = async ({ as }: Ground, { id }: Comment, body: string): Promise<Comment> =>
  (await as('octo-lead-1').issues.updateComment({ ...place, comment_id: id, body })).data;

/** What the delivery of a revision brings; `before` is the text that it takes the place of. */
export function givenBy(comment: Comment, before?: string, login = 'octo-lead-1'): GivenCommands {
  const { owner, name } = repository;
  const event =
    before === undefined ? { action: 'created' } : { action: 'edited', changes: { body: { from: before } } };
  const payload = {
    ...event,
    issue: { number: 1 },
    comment: { ...comment, user: { type: 'User' } },
    repository: { name, owner: { login: owner } },
    sender: { login, type: 'User' },
  };
  const [unit] = unitsOf({ name: 'issue_comment', payload }).found;
  if (unit?.kind !== 'commands') throw new Error('the comment brings no commands');
  return unit.given;
}

/** Obeys as the App does, or over another GitHub. */
export function obey(
  ground: Ground,
  given: GivenCommands,
  { again = false, github = ground.github }: { again?: boolean; github?: GitHub } = {},
) {
  const memories = { people: createPeopleMemory(clock), ledger: new FakeLedger() };
  return obeyGiven(issue(1), given, { github, clock, again, handOver: async () => {}, ...memories });
}

/** The first issue as people see it. */
export async function shown({ as }: Ground) {
  const { issues } = as('octo-lead-1');
  const { data } = await issues.get({ ...place, issue_number: 1 });
  const labels = data.labels.map((label) => (typeof label === 'string' ? label : label.name));
  return { labels, milestone: data.milestone?.title ?? null, state: data.state };
}

/** Remit's reactions to a comment, and its answers below the issue. */
export async function answers({ as }: Ground, { id }: Comment) {
  const { issues, reactions } = as('octo-lead-1');
  const { data: given } = await reactions.listForIssueComment({ ...place, comment_id: id });
  const { data: comments } = await issues.listComments({ ...place, issue_number: 1 });
  return {
    reactions: given.map(({ content }) => content),
    replies: comments.flatMap(({ body = '' }) => (body.startsWith('<!-- remit:reply') ? [body] : [])),
  };
}

export const silently = { files: { '.github/remit.yml': 'triage:\n  speak: silent\n' } };
