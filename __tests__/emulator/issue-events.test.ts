import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Json, octokitFor, octoSeed, place, refusalOf, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  const [repository] = octoSeed.repositories ?? [];
  const issues = [{ title: 'first' }, { title: 'second' }];
  const closet = { owner: 'octo-org', name: 'octo-closet', private: true, collaborators: { 'octo-user-1': 'write' } };
  const repositories = [{ ...repository!, issues }, closet as NonNullable<typeof repository>];
  emulator = await startOctoWorld({ seed: { ...octoSeed, repositories } });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const numbered = (issue_number: number) => ({ ...place, issue_number });
const comment = (issue_number: number, body: string) =>
  octokit.issues.createComment({ ...numbered(issue_number), body });
const timeline = async (issue_number: number, by = octokit): Promise<Json[]> =>
  (await by.issues.listEventsForTimeline(numbered(issue_number))).data as Json[];
const ask = (query: string, variables = {}): Promise<Json> => octokit.graphql(query, variables);
const idOf = async (issue_number: number) => (await octokit.issues.get(numbered(issue_number))).data.node_id;

describe('the events of a repository', () => {
  it('are those of all its issues, the newest first', async () => {
    await octokit.issues.addLabels({ ...numbered(1), labels: ['bug'] });
    emulator.clock.advance(1000);
    await octokit.issues.update({ ...numbered(2), title: 'another' });
    await comment(2, 'no event');
    const { data } = await octokit.issues.listEventsForRepo(place);
    expect(data).toMatchObject([
      { event: 'renamed', issue: { number: 2, title: 'another' }, rename: { from: 'second', to: 'another' } },
      { event: 'labeled', issue: { number: 1 }, label: { name: 'bug' } },
    ]);
    const { data: one } = await octokit.issues.getEvent({ ...place, event_id: data[1]!.id });
    expect(one).toMatchObject({ event: 'labeled', issue: { number: 1 } });
    expect(await refusalOf(octokit.issues.getEvent({ ...place, event_id: 1 }))).toMatchObject({ status: 404 });
  });
});

describe('the labels of a milestone', () => {
  it('are those of its issues, each once', async () => {
    for (const issue_number of [1, 2])
      await octokit.issues.update({ ...numbered(issue_number), milestone: 1, labels: ['bug'] });
    await octokit.issues.addLabels({ ...numbered(2), labels: ['area/docs'] });
    const { data } = await octokit.issues.listLabelsForMilestone({ ...place, milestone_number: 1 });
    expect(data.map(({ name }) => name)).toEqual(['bug', 'area/docs']);
  });
});

describe('a reference', () => {
  it('stands in the timeline of the issue that was named, once for each that names it', async () => {
    await comment(2, 'as #1 says');
    await comment(2, 'again octo-org/octo-repo#1');
    await octokit.issues.create({ ...place, title: 'third', body: `see ${emulator.url}/octo-org/octo-repo/issues/1` });
    expect(await timeline(1)).toMatchObject([
      { event: 'cross-referenced', actor: { login: 'octo-user-1' }, source: { type: 'issue', issue: { number: 2 } } },
      { event: 'cross-referenced', source: { issue: { number: 3, repository: { name: 'octo-repo' } } } },
    ]);
    expect((await octokit.issues.listEvents(numbered(1))).data).toEqual([]);
  });

  it('is found in what an edit adds', async () => {
    const { data } = await comment(2, 'nothing');
    await octokit.issues.updateComment({ ...place, comment_id: data.id, body: 'now #1' });
    expect(await timeline(1)).toHaveLength(1);
  });

  it.each(['`#1`', '```\n#1\n```', '<!-- #1 -->', 'a#1', '#2', '#99', 'octo-org/gone#1', '&#1;'])(
    'is not what “%s” says in the second issue',
    async (text) => {
      await comment(2, text);
      expect((await timeline(1)).map(({ event }) => event)).toEqual([]);
    },
  );

  it('leaves the time of the issue’s last change', async () => {
    const { data: before } = await octokit.issues.get(numbered(1));
    emulator.clock.advance(60_000);
    await comment(2, '#1');
    expect((await octokit.issues.get(numbered(1))).data.updated_at).toBe(before.updated_at);
  });

  it('does not show from where its reader may not look', async () => {
    await octokit.issues.create({
      owner: 'octo-org',
      repo: 'octo-closet',
      title: 'hidden',
      body: 'octo-org/octo-repo#1',
    });
    expect(await timeline(1)).toHaveLength(1);
    expect(await timeline(1, octokitFor(emulator, 'octo-user-2'))).toEqual([]);
  });

  it('is read by GraphQL', async () => {
    await comment(2, '#1');
    const { node } = await ask(
      `query ($id: ID!) { node(id: $id) { ... on Issue { timelineItems(first: 5, itemTypes: CROSS_REFERENCED_EVENT) {
        nodes { ... on CrossReferencedEvent {
          isCrossRepository willCloseTarget source { ... on Issue { number } } target { ... on Issue { number } }
        } }
      } } } }`,
      { id: await idOf(1) },
    );
    expect(node.timelineItems.nodes).toEqual([
      { isCrossRepository: false, willCloseTarget: false, source: { number: 2 }, target: { number: 1 } },
    ]);
  });
});

describe('a duplicate', () => {
  const close = async () =>
    ask(
      `mutation ($id: ID!, $of: ID!) { closeIssue(input: { issueId: $id, stateReason: DUPLICATE, duplicateIssueId: $of }) {
        issue { state stateReason duplicateOf { number } }
      } }`,
      { id: await idOf(2), of: await idOf(1) },
    );

  it('is closed as one of another, and both say so', async () => {
    const { closeIssue } = await close();
    expect(closeIssue.issue).toEqual({ state: 'CLOSED', stateReason: 'DUPLICATE', duplicateOf: { number: 1 } });
    expect((await octokit.issues.get(numbered(2))).data.state_reason).toBe('duplicate');
    expect((await timeline(2)).map(({ event }) => event)).toEqual(['marked_as_duplicate', 'closed']);
    expect((await timeline(1)).map(({ event }) => event)).toEqual(['marked_as_duplicate']);
    const { node } = await ask(
      `query ($id: ID!) { node(id: $id) { ... on Issue { timelineItems(first: 5) { nodes {
        ... on MarkedAsDuplicateEvent { canonical { ... on Issue { number } } duplicate { ... on Issue { number } } }
        ... on ClosedEvent { stateReason duplicateOf { ... on Issue { number } } }
      } } } } }`,
      { id: await idOf(2) },
    );
    expect(node.timelineItems.nodes).toEqual([
      { canonical: { number: 1 }, duplicate: { number: 2 } },
      { stateReason: 'DUPLICATE', duplicateOf: { number: 1 } },
    ]);
  });

  it('is closed as one over REST by the id of the other', async () => {
    const { data: other } = await octokit.issues.get(numbered(1));
    const closing = { ...numbered(2), state: 'closed', state_reason: 'duplicate', duplicate_issue_id: other.id };
    const path = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
    expect((await octokit.request(path, closing as never)).data.state_reason).toBe('duplicate');
    expect((await timeline(1)).map(({ event }) => event)).toEqual(['marked_as_duplicate']);
    const unknown = octokit.request(path, { ...closing, duplicate_issue_id: 1 } as never);
    expect(await refusalOf(unknown)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'duplicate_issue_id' }] },
    });
  });

  it('is one no more when it is unmarked or reopened', async () => {
    await close();
    const { unmarkIssueAsDuplicate } = await ask(
      `mutation ($id: ID!, $of: ID!) { unmarkIssueAsDuplicate(input: { duplicateId: $id, canonicalId: $of }) {
        duplicate { ... on Issue { duplicateOf { number } } }
      } }`,
      { id: await idOf(2), of: await idOf(1) },
    );
    expect(unmarkIssueAsDuplicate.duplicate.duplicateOf).toBeNull();
    expect((await timeline(1)).at(-1)?.event).toBe('unmarked_as_duplicate');
  });

  it('is never one of itself', async () => {
    const id = await idOf(1);
    const asked = ask(
      'mutation ($id: ID!) { closeIssue(input: { issueId: $id, duplicateIssueId: $id }) { clientMutationId } }',
      { id },
    );
    await expect(asked).rejects.toThrow('duplicate of itself');
  });
});
