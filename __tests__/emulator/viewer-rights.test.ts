import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { type Asker, app, person, startClosetWorld } from './closet-world.ts';
import { type Json, octokitFor } from './octo-world.ts';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startClosetWorld();
});
afterEach(() => emulator.close());

describe('what the caller may do, as GraphQL tells it', () => {
  const rights = async (octokit: Octokit): Promise<Json> => {
    const { repository }: Json = await octokit.graphql(`{ repository(owner: "octo-org", name: "octo-repo") {
      viewerPermission viewerCanAdminister
      issue(number: 1) { viewerCanUpdate viewerCanLabel viewerCanClose viewerCanReopen viewerCanDelete viewerCanReact viewerCannotUpdateReasons
        comments(first: 1) { nodes { viewerCanUpdate viewerCanDelete viewerCanMinimize viewerCanReact viewerCannotUpdateReasons } } }
      pullRequest(number: 2) { viewerCanUpdate viewerCanLabel viewerCanClose }
      milestone(number: 1) { viewerCanClose }
    } }`);
    const { issue, pullRequest, milestone, ...rest } = repository;
    const { comments, viewerCannotUpdateReasons, ...ofIssue } = issue;
    const may = (fields: Record<string, unknown>) => Object.keys(fields).filter((name) => fields[name] === true);
    return {
      permission: rest.viewerPermission,
      repository: may(rest),
      issue: may(ofIssue),
      because: viewerCannotUpdateReasons,
      comment: may(comments.nodes[0]),
      pull: may(pullRequest),
      milestone: may(milestone),
    };
  };
  const nothing = { repository: [], comment: [], pull: [], milestone: [], because: [] };
  const edit = ['viewerCanUpdate', 'viewerCanDelete', 'viewerCanMinimize', 'viewerCanReact'];
  const triage = ['viewerCanLabel', 'viewerCanClose', 'viewerCanReopen', 'viewerCanReact'];
  const react = { comment: ['viewerCanReact'] };
  const because = ['INSUFFICIENT_ACCESS'];
  const everything = { because: [], comment: edit, milestone: ['viewerCanClose'] };

  it.each<[name: string, who: Asker, expected: Json]>([
    [
      'a stranger',
      person('octo-user-1'),
      { ...nothing, ...react, permission: 'READ', because, issue: ['viewerCanReact'] },
    ],
    [
      'the author',
      person('octo-user-2'),
      {
        ...nothing,
        ...react,
        permission: 'READ',
        issue: ['viewerCanUpdate', 'viewerCanClose', 'viewerCanReopen', 'viewerCanReact'],
      },
    ],
    [
      'who triages',
      person('octo-triager'),
      {
        ...nothing,
        ...react,
        permission: 'TRIAGE',
        because,
        issue: triage,
        pull: ['viewerCanLabel', 'viewerCanClose'],
      },
    ],
    [
      'an admin',
      person('octo-admin'),
      {
        ...everything,
        permission: 'ADMIN',
        repository: ['viewerCanAdminister'],
        issue: [
          'viewerCanUpdate',
          'viewerCanLabel',
          'viewerCanClose',
          'viewerCanReopen',
          'viewerCanDelete',
          'viewerCanReact',
        ],
        pull: ['viewerCanUpdate', 'viewerCanLabel', 'viewerCanClose'],
      },
    ],
    [
      'an app that may write issues',
      app({ issues: 'write' }),
      {
        ...everything,
        permission: 'READ',
        repository: [],
        issue: [
          'viewerCanUpdate',
          'viewerCanLabel',
          'viewerCanClose',
          'viewerCanReopen',
          'viewerCanDelete',
          'viewerCanReact',
        ],
        pull: ['viewerCanLabel', 'viewerCanClose'],
      },
    ],
    ['an app that may read issues', app({ issues: 'read' }), { ...nothing, permission: 'READ', because, issue: [] }],
  ])('%s', async (_, who, expected) => {
    expect(await rights(await who(emulator))).toEqual(expected);
  });

  it('nobody where it is archived, and only who writes reacts where it is locked', async () => {
    const { issues, repos } = octokitFor(emulator, 'octo-admin');
    const place = { owner: 'octo-org', repo: 'octo-repo' };
    await issues.lock({ ...place, issue_number: 1 });
    expect((await rights(octokitFor(emulator, 'octo-triager'))).issue).not.toContain('viewerCanReact');
    expect((await rights(octokitFor(emulator, 'octo-admin'))).issue).toContain('viewerCanReact');
    await repos.update({ ...place, archived: true });
    expect(await rights(octokitFor(emulator, 'octo-admin'))).toMatchObject({ issue: [], because: ['ARCHIVED'] });
  });
});
