import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { atNoon, octokitFor, refusalOf, startOctoWorld } from './octo-world.ts';

const org = 'octo-org';
const place = { owner: org, repo: 'octo-closet' };
const docs = { org, team_slug: 'docs' };

let emulator: Emulator;
beforeEach(async () => {
  const members = ['octo-user-1', 'octo-user-2', 'octo-user-3'];
  const teams = [
    { name: 'Docs', maintainers: ['octo-user-1'], repositories: { 'octo-closet': 'triage' as const } },
    { name: 'Translators', parent: 'Docs', members: ['octo-user-2'] },
  ];
  emulator = await startOctoWorld({
    seed: {
      organizations: [{ login: org, baseRole: 'none', members, admins: ['octo-owner'], teams }],
      repositories: [
        { owner: org, name: 'octo-closet', private: true, issues: [{ title: 'a' }], labels: ['bug'] },
        { owner: 'octo-user-1', name: 'mine', collaborators: { 'octo-owner': 'admin' } },
      ],
    },
  });
});
afterEach(() => emulator.close());

const as = (login: string) => octokitFor(emulator, login);

describe('what a team may do in a repository', () => {
  const issue = { ...place, issue_number: 1 };

  it('its members may, and those of the teams below it', async () => {
    await as('octo-user-2').issues.addLabels({ ...issue, labels: ['bug'] });
    expect((await refusalOf(as('octo-user-2').issues.createLabel({ ...place, name: 'new' }))).status).toBe(403);
    expect((await refusalOf(as('octo-user-3').issues.get(issue))).status).toBe(404);
  });

  it('is given and taken by who administers the repository', async () => {
    const { teams } = as('octo-owner');
    const given = { ...docs, ...place };
    await teams.addOrUpdateRepoPermissionsInOrg({ ...given, permission: 'push' });
    await as('octo-user-2').issues.createLabel({ ...place, name: 'new' });
    const { data } = await as('octo-owner').repos.listTeams(place);
    expect(data.map(({ slug, permission }) => [slug, permission])).toEqual([
      ['docs', 'push'],
      ['translators', 'push'],
    ]);
    expect((await refusalOf(as('octo-user-1').teams.addOrUpdateRepoPermissionsInOrg(given))).status).toBe(403);
    await teams.removeRepoInOrg(given);
    expect((await refusalOf(as('octo-user-2').issues.get(issue))).status).toBe(404);
  });

  it('is told with the repository where that is asked for', async () => {
    const { teams } = as('octo-user-1');
    const given = { ...docs, ...place };
    expect((await teams.checkPermissionsForRepoInOrg(given)).status).toBe(204);
    const headers = { accept: 'application/vnd.github.v3.repository+json' };
    expect((await teams.checkPermissionsForRepoInOrg({ ...given, headers })).data).toMatchObject({
      role_name: 'triage',
    });
    expect((await teams.listReposInOrg(docs)).data).toMatchObject([{ name: 'octo-closet', role_name: 'triage' }]);
  });

  it.each([
    ['a permission that there is not', { permission: 'reign' }],
    ['a repository of a person', { owner: 'octo-user-1', repo: 'mine' }],
  ])('is refused with %s', async (_, more) => {
    const asked = as('octo-owner').teams.addOrUpdateRepoPermissionsInOrg({ ...docs, ...place, ...more });
    expect((await refusalOf(asked)).status).toBe(422);
  });

  it('stays when the emulated GitHub goes on from a snapshot', async () => {
    const again = await startEmulator({ snapshot: emulator.snapshot(), clock: atNoon });
    const { data } = await octokitFor(again, 'octo-user-2').repos.get(place);
    expect(data.permissions).toMatchObject({ triage: true, push: false });
    await again.close();
  });

  it('is asked of a repository that the seed has', async () => {
    const teams = [{ name: 'Docs', repositories: { lost: 'read' as const } }];
    const started = startOctoWorld({ seed: { organizations: [{ login: org, teams }] } });
    await expect(started).rejects.toThrow('the seed gives the team “Docs” no repository lost');
  });
});
