import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitForApp } from './app-token.ts';
import { closet, startClosetWorld } from './closet-world.ts';
import { type Json, octokitFor, refusalOf, silent } from './octo-world.ts';

const notPermitted = { status: 403, body: { message: 'Resource not accessible by integration' } };
const notThere = { status: 404, body: { message: 'Not Found' } };

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startClosetWorld();
});
afterEach(() => emulator.close());

const app = (permissions: Record<string, string>) => octokitForApp(emulator, permissions);

describe('a private repository, over REST', () => {
  it.each<[permission: string, path: string]>([
    ['issues', 'issues'],
    ['issues', 'issues/1'],
    ['issues', 'issues/1/comments'],
    ['issues', 'issues/1/timeline'],
    ['issues', 'issues/1/sub_issues'],
    ['issues', 'issues/1/reactions'],
    ['issues', 'issues/events'],
    ['issues', 'labels'],
    ['issues', 'milestones'],
    ['issues', 'assignees'],
    ['pull_requests', 'issues/2/comments'],
    ['pull_requests', 'labels/bug'],
    ['pull_requests', 'pulls'],
    ['pull_requests', 'pulls/2'],
    ['pull_requests', 'pulls/2/files'],
    ['pull_requests', 'pulls/2/reviews'],
    ['contents', 'contents/README.md'],
    ['contents', 'commits'],
    ['contents', 'branches/main'],
    ['contents', 'git/ref/heads/main'],
    ['checks', 'commits/main/check-runs'],
    ['statuses', 'commits/main/status'],
    ['administration', 'teams'],
  ])('with %s: read an installation reads %s, and without is told so', async (permission, path) => {
    const route = `GET /repos/octo-org/octo-closet/${path}`;
    expect((await (await app({ [permission]: 'read' })).request(route)).status).toBe(200);
    expect(await refusalOf((await app({})).request(route))).toMatchObject(notPermitted);
  });

  it.each(['issues/1', 'issues', 'issues/1/comments', 'issues/1/labels'])(
    'the permission for pull requests opens no %s',
    async (path) => {
      const { request } = await app({ pull_requests: 'read' });
      expect(await refusalOf(request(`GET /repos/octo-org/octo-closet/${path}`))).toMatchObject(notPermitted);
    },
  );

  it('the comments of pull requests come without those of issues where only that is permitted', async () => {
    const numbers = async (permission: string) => {
      const { data } = await (await app({ [permission]: 'read' })).issues.listCommentsForRepo(closet);
      return data.map(({ issue_url: url }) => url.split('/').at(-1));
    };
    expect(await numbers('pull_requests')).toEqual(['2']);
    expect(await numbers('issues')).toEqual(['1', '2']);
  });

  it('an event of an issue is not told to who may read pull requests only', async () => {
    const { issues } = await app({ issues: 'write' });
    await issues.update({ ...closet, issue_number: 1, state: 'closed' });
    const { data: events } = await issues.listEvents({ ...closet, issue_number: 1 });
    const one = { ...closet, event_id: events.at(-1)!.id };
    expect((await issues.getEvent(one)).data.event).toBe('closed');
    expect(await refusalOf((await app({ pull_requests: 'read' })).issues.getEvent(one))).toMatchObject(notPermitted);
  });

  it('every installation reads what the repository is, and who may do what', async () => {
    const { repos } = await app({});
    expect((await repos.get(closet)).data.private).toBe(true);
    const { data } = await repos.getCollaboratorPermissionLevel({ ...closet, username: 'octo-triager' });
    expect(data.role_name).toBe('triage');
  });

  it('is not there for an installation on other repositories', async () => {
    emulator.installations.choose('octo-org', ['octo-repo']);
    const { repos, issues } = await app({ issues: 'read' });
    expect(await refusalOf(repos.get(closet))).toMatchObject(notThere);
    expect(await refusalOf(issues.get({ ...closet, issue_number: 1 }))).toMatchObject(notThere);
  });

  it('is not there for who has no part in it, nobody at all, and a classic token without the scope', async () => {
    const nobody = new Octokit({ baseUrl: emulator.apiUrl, log: silent });
    const auth = emulator.as('octo-admin', { scopes: ['public_repo', 'read:org'] }).token;
    const unscoped = new Octokit({ baseUrl: emulator.apiUrl, log: silent, auth });
    for (const { repos, issues } of [octokitFor(emulator), nobody, unscoped]) {
      expect(await refusalOf(repos.get(closet))).toMatchObject(notThere);
      expect(await refusalOf(issues.listForRepo(closet))).toMatchObject(notThere);
    }
    const scoped = emulator.as('octo-admin', { scopes: ['repo'] }).token;
    const { repos } = new Octokit({ baseUrl: emulator.apiUrl, log: silent, auth: scoped });
    expect((await repos.get(closet)).data.name).toBe('octo-closet');
  });

  it('is read whole by a person with the least role', async () => {
    const { issues, pulls, repos } = octokitFor(emulator, 'octo-reader');
    expect((await issues.listForRepo(closet)).data).toHaveLength(2);
    expect((await pulls.get({ ...closet, pull_number: 2 })).data.title).toBe('a change');
    expect((await repos.getContent({ ...closet, path: 'README.md' })).status).toBe(200);
  });
});

it('a public repository is read with no permission', async () => {
  const { issues, pulls, repos, graphql } = await app({});
  const place = { owner: 'octo-org', repo: 'octo-repo' };
  expect((await issues.listForRepo(place)).data).toHaveLength(2);
  expect((await pulls.listFiles({ ...place, pull_number: 2 })).data).toHaveLength(1);
  expect((await repos.getContent({ ...place, path: 'README.md' })).status).toBe(200);
  const { repository }: Json = await graphql(
    '{ repository(owner: "octo-org", name: "octo-repo") { issue(number: 1) { title } object(expression: "HEAD") { oid } } }',
  );
  expect(repository).toMatchObject({ issue: { title: 'an issue' }, object: { oid: expect.any(String) } });
});

it('a reference from a pull request does not show to who reads issues only', async () => {
  const { pulls } = octokitFor(emulator, 'octo-admin');
  await pulls.update({ ...closet, pull_number: 2, body: 'See #1.' });
  const one = { ...closet, issue_number: 1 };
  const kinds = async (permissions: Record<string, string>) => {
    const { data } = await (await app(permissions)).issues.listEventsForTimeline(one);
    return data.map(({ event }) => event);
  };
  expect(await kinds({ issues: 'read', pull_requests: 'read' })).toContain('cross-referenced');
  expect(await kinds({ issues: 'read' })).not.toContain('cross-referenced');
});
