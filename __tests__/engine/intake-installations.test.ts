import { describe, expect, it } from '@jest/globals';
import { jobsOf, unitsOf } from '../../src/engine/intake.ts';

const installation = { id: 7 };
const sender = { login: 'octo-user-1', type: 'User' };
const named = (...names: string[]) => names.map((name) => ({ id: 1, full_name: name, name: name.split('/')[1] }));
const unitOf = (name: string, payload: object) =>
  unitsOf({ name, payload: { installation, sender, ...payload } }).found[0];
const reportOn = (only: object[] | null) => ({ kind: 'repositories', why: 'installation', only });
const octoRepo = { owner: 'octo-org', name: 'octo-repo' };

describe('an event of an installation', () => {
  it('has the repositories reported on that the App was installed for', () => {
    const repositories = named('octo-org/octo-repo', 'octo-org/.github');
    const payload = { action: 'created', installation, sender, repositories };
    expect(jobsOf({ guid: 'g', name: 'installation', payload }).jobs).toEqual([
      {
        id: 'g',
        installation: 7,
        unit: reportOn([octoRepo, { owner: 'octo-org', name: '.github' }]),
        cause: { event: 'installation.created', by: 'octo-user-1' },
      },
    ]);
  });

  it('has those asked for that are not listed, or too many', () => {
    expect(unitOf('installation', { action: 'created' })).toEqual(reportOn(null));
    const many = named(...Array.from({ length: 1001 }, (_, index) => `octo-org/repo-${index}`));
    expect(unitOf('installation', { action: 'created', repositories: many })).toEqual(reportOn(null));
  });

  it('has those reported on that were added later', () => {
    const added = { action: 'added', repositories_added: named('octo-org/octo-repo') };
    expect(unitOf('installation_repositories', added)).toEqual(reportOn([octoRepo]));
  });

  it('has what was to be done there dropped when the App was uninstalled', () => {
    expect(unitOf('installation', { action: 'deleted' })).toEqual({ kind: 'departure' });
  });

  it.each([
    ['installation', { action: 'suspend' }],
    ['installation_repositories', { action: 'removed', repositories_removed: named('octo-org/octo-repo') }],
    ['installation', { action: 'created', repositories: [{ full_name: 'octo-org/../secrets' }] }],
    ['installation', { action: 'created', repositories: [{ full_name: '..' }] }],
  ])('is nothing to Remit otherwise: %s %j', (name, payload) => {
    expect(unitOf(name, payload)).toBeUndefined();
  });
});
