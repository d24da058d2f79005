import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import type { Role } from '../../src/emulator/state/entities.ts';
import { type Json, octokitFor, octoSeed, place, refusalOf, startOctoWorld } from './octo-world.ts';

const roles = ['read', 'triage', 'write', 'maintain', 'admin'] as const;
/** Who has the role. */
const personOf = (role: Role) => `octo-${role}`;

let emulator: Emulator;
beforeEach(async () => {
  const [repository] = octoSeed.repositories ?? [];
  const people = Object.fromEntries(roles.slice(1).map((role) => [personOf(role), role]));
  const collaborators = { ...repository?.collaborators, ...people };
  emulator = await startOctoWorld({
    seed: {
      ...octoSeed,
      users: [...(octoSeed.users ?? []), { login: personOf('read') }],
      repositories: [
        {
          ...repository!,
          collaborators,
          issues: [{ title: 'of another', author: 'octo-user-1', comments: [{ body: 'a' }] }],
        },
        { owner: 'octo-org', name: 'octo-closet', private: true, collaborators, issues: [{ title: 'hidden' }] },
      ],
    },
  });
});
afterEach(() => emulator.close());

const as = (role: Role) => octokitFor(emulator, personOf(role));
const theirs = { ...place, issue_number: 1 };
const commentId = () => emulator.state.repositories.get('octo-org/octo-repo')!.issues.get(1)!.comments[0]!.id;
const issueId = () => emulator.state.repositories.get('octo-org/octo-repo')!.issues.get(1)!.nodeId;
const content = Buffer.from('new\n').toString('base64');

type Act = (octokit: Octokit) => Promise<unknown>;

describe('the least role that may, over REST', () => {
  it.each<[what: string, least: Role, act: Act, status: number]>([
    ['open an issue', 'read', ({ issues }) => issues.create({ ...place, title: 'new' }), 403],
    ['comment', 'read', ({ issues }) => issues.createComment({ ...theirs, body: 'a' }), 403],
    ['react', 'read', ({ reactions }) => reactions.createForIssue({ ...theirs, content: 'eyes' }), 403],
    ['label an issue', 'triage', ({ issues }) => issues.addLabels({ ...theirs, labels: ['bug'] }), 403],
    ['take off labels', 'triage', ({ issues }) => issues.removeAllLabels(theirs), 403],
    ['close another’s issue', 'triage', ({ issues }) => issues.update({ ...theirs, state: 'closed' }), 403],
    ['plan another’s issue', 'triage', ({ issues }) => issues.update({ ...theirs, milestone: 1 }), 403],
    [
      'put an issue below another',
      'triage',
      async (octokit) => {
        const { data } = await octokit.issues.create({ ...place, title: 'child' });
        const path = 'POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues';
        return octokit.request(path, { ...theirs, sub_issue_id: data.id });
      },
      403,
    ],
    ['retitle another’s issue', 'write', ({ issues }) => issues.update({ ...theirs, title: 'better' }), 403],
    [
      'edit another’s comment',
      'write',
      ({ issues }) => issues.updateComment({ ...place, comment_id: commentId(), body: 'b' }),
      403,
    ],
    [
      'delete another’s comment',
      'write',
      ({ issues }) => issues.deleteComment({ ...place, comment_id: commentId() }),
      403,
    ],
    ['lock an issue', 'write', ({ issues }) => issues.lock(theirs), 403],
    ['make a label', 'write', ({ issues }) => issues.createLabel({ ...place, name: 'new' }), 403],
    ['delete a label', 'write', ({ issues }) => issues.deleteLabel({ ...place, name: 'bug' }), 403],
    ['make a milestone', 'write', ({ issues }) => issues.createMilestone({ ...place, title: '2.0' }), 403],
    [
      'write a file',
      'write',
      ({ repos }) => repos.createOrUpdateFileContents({ ...place, path: 'new.md', message: 'Add', content }),
      404,
    ],
    ['describe the repository', 'maintain', ({ repos }) => repos.update({ ...place, description: 'new' }), 403],
    ['archive the repository', 'admin', ({ repos }) => repos.update({ ...place, archived: true }), 403],
  ])('%s is %s', async (_, least, act, status) => {
    const at = roles.indexOf(least as (typeof roles)[number]);
    const below = roles[at - 1];
    if (below) {
      const message = status === 404 ? 'Not Found' : 'Must have admin rights to Repository.';
      expect(await refusalOf(act(as(below)))).toMatchObject({ status, body: { message } });
    }
    await act(as(least));
  });
});

describe('the least role that may, over GraphQL', () => {
  const input = (fields: string) => `(input: { ${fields} }) { clientMutationId }`;
  it.each<[mutation: string, least: Role, fields: () => string]>([
    ['addComment', 'read', () => `subjectId: "${issueId()}", body: "a"`],
    ['addLabelsToLabelable', 'triage', () => `labelableId: "${issueId()}", labelIds: []`],
    ['closeIssue', 'triage', () => `issueId: "${issueId()}"`],
    ['lockLockable', 'write', () => `lockableId: "${issueId()}"`],
    ['deleteIssue', 'admin', () => `issueId: "${issueId()}"`],
  ])('%s is %s', async (mutation, least, fields) => {
    const asked = `mutation { ${mutation}${input(fields())} }`;
    const below = roles[roles.indexOf(least as (typeof roles)[number]) - 1];
    if (below) {
      const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
      const message = `${personOf(below)} does not have the correct permissions to execute \`${type}\``;
      await expect(as(below).graphql(asked)).rejects.toMatchObject({
        errors: [{ type: 'FORBIDDEN', path: [mutation], message }],
      });
    }
    await as(least).graphql(asked);
  });
});

describe('whose own issue it is', () => {
  const open = async (more: object = {}): Promise<Json> =>
    (await as('read').request('POST /repos/{owner}/{repo}/issues', { ...place, title: 'mine', ...more })).data;

  it('rewords it, closes it and opens it again', async () => {
    const { issues } = as('read');
    const mine = { ...place, issue_number: (await open()).number };
    expect((await issues.update({ ...mine, title: 'better', body: 'more' })).data).toMatchObject({ title: 'better' });
    expect((await issues.update({ ...mine, state: 'closed' })).data.state).toBe('closed');
    expect((await issues.update({ ...mine, state: 'open' })).data.state).toBe('open');
  });

  it('does not open again what somebody else closed', async () => {
    const { number, node_id: id } = await open();
    const mine = { ...place, issue_number: number };
    await as('triage').issues.update({ ...mine, state: 'closed' });
    expect((await refusalOf(as('read').issues.update({ ...mine, state: 'open' }))).status).toBe(403);
    const mutation = 'mutation ($id: ID!) { reopenIssue(input: { issueId: $id }) { clientMutationId } }';
    await expect(as('read').graphql(mutation, { id })).rejects.toThrow('permissions to execute `ReopenIssue`');
    await as('triage').issues.update({ ...mine, state: 'open' });
  });

  it('is told nothing when labels, milestone and assignees are dropped', async () => {
    const plan = { labels: ['bug', 'unheard of'], milestone: 1, assignees: ['octo-user-1'] };
    const bare = { labels: [], milestone: null, assignees: [] };
    const issue = await open(plan);
    expect(issue).toMatchObject(bare);
    const mine = { ...place, issue_number: issue.number };
    expect((await as('read').issues.update({ ...mine, ...plan, title: 'kept' })).data).toMatchObject({
      ...bare,
      title: 'kept',
    });
    expect((await as('read').issues.addAssignees({ ...mine, assignees: ['octo-user-1'] })).data.assignees).toEqual([]);
    expect((await as('read').issues.listLabelsForRepo(place)).data.map(({ name }) => name)).not.toContain('unheard of');
  });

  it('is told nothing over GraphQL either', async () => {
    const { labels, milestones, nodeId } = emulator.state.repositories.get('octo-org/octo-repo')!;
    const answer: Json = await as('read').graphql(
      `mutation ($repositoryId: ID!, $labelIds: [ID!], $milestoneId: ID) {
        createIssue(input: { repositoryId: $repositoryId, title: "mine", labelIds: $labelIds, milestoneId: $milestoneId }) {
          issue { labels(first: 1) { totalCount } milestone { title } }
        }
      }`,
      { repositoryId: nodeId, labelIds: [labels.get('bug')!.nodeId], milestoneId: milestones.get(1)!.nodeId },
    );
    expect(answer.createIssue.issue).toEqual({ labels: { totalCount: 0 }, milestone: null });
  });

  it('edits and deletes their own comment and takes back their own reaction', async () => {
    const { issues, reactions } = as('read');
    const { data: comment } = await issues.createComment({ ...theirs, body: 'a' });
    const mine = { ...place, comment_id: comment.id };
    await issues.updateComment({ ...mine, body: 'b' });
    const { data: reaction } = await reactions.createForIssueComment({ ...mine, content: 'eyes' });
    const taken = { ...mine, reaction_id: reaction.id };
    expect((await refusalOf(as('write').reactions.deleteForIssueComment(taken))).status).toBe(403);
    await reactions.deleteForIssueComment(taken);
    await issues.deleteComment(mine);
  });
});

it('a label that nobody has made yet is made only by who may make labels', async () => {
  expect(await refusalOf(as('triage').issues.addLabels({ ...theirs, labels: ['bug', 'new'] }))).toMatchObject({
    status: 403,
    body: {
      message: 'You do not have permission to create labels on this repository.',
      errors: [{ resource: 'Repository', field: 'label', code: 'unauthorized' }],
    },
  });
  expect((await as('write').issues.addLabels({ ...theirs, labels: ['new'] })).data).toHaveLength(1);
});

it('a private repository is not there for who has no part in it, whatever they try', async () => {
  const closet = { owner: 'octo-org', repo: 'octo-closet', issue_number: 1 };
  for (const act of [
    as('read').issues.get(closet),
    as('read').issues.createComment({ ...closet, body: 'a' }),
    as('read').repos.update({ ...closet, description: 'a' }),
  ]) {
    expect(await refusalOf(act)).toMatchObject({ status: 404, body: { message: 'Not Found' } });
  }
  await as('triage').issues.createComment({ ...closet, body: 'a' });
});
