import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/core';
import { reconcileIssue } from '../../src/engine/reconcile.ts';
import type { GitHub } from '../../src/model/ports.ts';
import { type Ground, issue, openGround, place } from '../contracts/emulated-github.ts';

/** Everybody's patience is over. */
const clock = { now: () => new Date('2100-01-01T00:00:00Z') };

let ground: Ground;
let issueId: string;
let elsewhereId: string;

beforeEach(async () => {
  const elsewhere = { owner: 'octo-org', name: 'elsewhere', collaborators: { 'octo-lead-1': 'admin' as const } };
  ground = await openGround(
    { repositories: [elsewhere] },
    { issues: [{ title: 'a' }], collaborators: { 'octo-lead-1': 'admin' } },
  );
  const { issues, repos } = ground.as('octo-lead-1');
  issueId = (await issues.get({ ...place, issue_number: 1 })).data.node_id;
  elsewhereId = (await repos.get({ ...place, repo: 'elsewhere' })).data.node_id;
});

afterEach(() => ground.emulator.close());

/** Brings the issue into order, while somebody acts just after it was read for the first time. */
function reconcileWhile(act: () => Promise<unknown>) {
  let isFirst = true;
  const github: GitHub = {
    ...ground.github,
    async readIssue(...asked) {
      const reading = await ground.github.readIssue(...asked);
      if (isFirst) await act();
      isFirst = false;
      return reading;
    },
  };
  return ground.counting(() => reconcileIssue(issue(1), { github, clock }));
}

/** A GraphQL request of a maintainer. */
function asLead(document: string, variables: Record<string, unknown>) {
  const { apiUrl: baseUrl } = ground.emulator;
  return new Octokit({ auth: ground.emulator.as('octo-lead-1').token, baseUrl }).graphql(document, variables);
}

const departure = {
  deleted: () => asLead('mutation ($id: ID!) { deleteIssue(input: { issueId: $id }) { __typename } }', { id: issueId }),
  transferred: () =>
    asLead(
      'mutation ($id: ID!, $to: ID!) { transferIssue(input: { issueId: $id, repositoryId: $to }) { __typename } }',
      { id: issueId, to: elsewhereId },
    ),
};

describe('an issue that changes between reading and writing', () => {
  it.each(Object.entries(departure))('is left alone when it was %s, without an error', async (_, depart) => {
    const { result, requests } = await reconcileWhile(depart);
    expect(result).toBeNull();
    expect(requests.filter((request) => request === 'mutation')).toHaveLength(2);
    expect(await ground.github.readIssue(issue(1), [])).toBeNull();
  });

  it('is left alone when its repository was archived', async () => {
    const { result } = await reconcileWhile(() => ground.as('octo-lead-1').repos.update({ ...place, archived: true }));
    expect(result).toMatchObject({ applied: false, plan: { hold: 'the repository is archived' } });
  });

  it('is left alone when the issues of its repository were disabled', async () => {
    const { result } = await reconcileWhile(() =>
      ground.as('octo-lead-1').repos.update({ ...place, has_issues: false }),
    );
    expect(result).toMatchObject({ applied: false, plan: { hold: 'issues are disabled in the repository' } });
  });

  it('is decided on afresh when its checklist was deleted, and the checklist stays away', async () => {
    await reconcileWhile(async () => {});
    const { issues } = ground.as('octo-lead-1');
    await issues.addLabels({ ...place, issue_number: 1, labels: ['P1'] });
    const { result } = await reconcileWhile(async () => {
      const [checklist] = (await issues.listComments({ ...place, issue_number: 1 })).data;
      await issues.deleteComment({ ...place, comment_id: checklist!.id });
    });
    expect(result).toMatchObject({ applied: false, plan: { withheld: [{ effect: { do: 'checklist' } }] } });
    expect((await issues.listComments({ ...place, issue_number: 1 })).data).toEqual([]);
  });

  it('is given up when it is refused for another reason', async () => {
    ground.emulator.faults.add({ operation: 'mutation', fault: { kind: 'status', status: 502 } });
    await expect(reconcileWhile(async () => {})).rejects.toThrow(/out of order/);
  });
});
