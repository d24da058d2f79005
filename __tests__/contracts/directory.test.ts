import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { known } from '../../src/model/known.ts';
import { type Ground, hostile, openGround, repository } from './emulated-github.ts';

const crowd = Array.from({ length: 130 }, (_, index) => `octo-user-${index + 1}`);

let ground: Ground;

beforeEach(async () => {
  ground = await openGround(
    {
      users: [{ login: 'octo-stranger' }, { login: 'Octo-Lead-1' }],
      organizations: [
        {
          login: 'octo-org',
          members: ['Octo-Lead-1', ...crowd],
          publicMembers: ['octo-user-1'],
          teams: [
            { name: 'Docs Leads', members: ['Octo-Lead-1', 'octo-user-2'] },
            { name: 'Everybody', members: crowd },
          ],
        },
        { login: 'squid', members: ['octo-squid-1'] },
      ],
    },
    { private: true },
  );
});

afterEach(() => ground.emulator.close());

describe('looking up accounts', () => {
  it('gives each account’s login as it is written, or tells that there is none', async () => {
    const accounts = await ground.directory.accounts(['OCTO-lead-1', 'octo-gone-1']);
    expect(accounts).toEqual(
      known(
        new Map<string, unknown>([
          ['octo-lead-1', { login: 'Octo-Lead-1' }],
          ['octo-gone-1', 'gone'],
        ]),
      ),
    );
  });

  it('asks for a hundred in one request, and for nobody in none', async () => {
    const { result, requests } = await ground.counting(() => ground.directory.accounts(crowd));
    expect(result.known && result.value.size).toBe(130);
    expect(requests).toEqual(['query', 'query']);
    expect(await ground.counting(() => ground.directory.accounts([]))).toEqual({
      result: known(new Map()),
      requests: [],
    });
  });

  it('takes what is no login for nobody’s', async () => {
    const accounts = await ground.directory.accounts(hostile);
    expect(accounts.known && [...accounts.value.values()]).toEqual(hostile.map(() => 'gone'));
  });

  it('knows nothing when GitHub does not answer', async () => {
    await ground.emulator.close();
    const accounts = await ground.directoryAs('octo-stranger').accounts(['octo-lead-1']);
    expect(accounts).toEqual({ known: false, because: expect.stringContaining('can’t be reached') });
  });
});

describe('listing members', () => {
  it('gives all of them, page by page, to who may know', async () => {
    const all = known(new Set(['octo-lead-1', ...crowd]));
    expect(await ground.directory.members('octo-org')).toEqual(all);
    expect(await ground.directoryAs('octo-user-7').members('octo-org')).toEqual(all);
  });

  it('takes the public ones for no list of all', async () => {
    const because = 'this token is shown only those members of octo-org who are public';
    expect(await ground.directoryAs('octo-stranger').members('octo-org')).toEqual({ known: false, because });
  });

  it('takes none at all for a list that is hidden', async () => {
    expect(await ground.directoryAs('octo-stranger').members('squid')).toMatchObject({ known: false });
  });

  it.each(['nowhere', 'octo-lead-1'])('knows nothing of %s, which is no organisation', async (organisation) => {
    const because = `${organisation} is no organisation that this token may see`;
    expect(await ground.directory.members(organisation)).toEqual({ known: false, because });
  });
});

describe('looking up teams', () => {
  it('gives those that are there with all their members, whatever their number', async () => {
    const teams = await ground.directory.teams('octo-org', ['Docs-Leads', 'everybody', 'no-such-team']);
    expect(teams).toEqual(
      known(
        new Map([
          ['docs-leads', { name: 'Docs Leads', members: new Set(['octo-lead-1', 'octo-user-2']) }],
          ['everybody', { name: 'Everybody', members: new Set(crowd) }],
        ]),
      ),
    );
  });

  it('knows nothing where the App may not read the members', async () => {
    const teams = await ground.directory.teams('squid', ['docs-leads']);
    expect(teams).toEqual({ known: false, because: expect.stringContaining('not accessible by integration') });
  });
});

describe('listing labels', () => {
  it('gives the names, page by page', async () => {
    const { issues } = ground.as('octo-lead-1');
    for (const login of crowd) await issues.createLabel({ owner: 'octo-org', repo: 'octo-repo', name: login });
    const labels = await ground.directory.labels(repository);
    const names = ['area/docs', 'area/networking', 'P0', 'P1', ...hostile.map((name) => name.slice(0, 50)), ...crowd];
    expect(labels.known && [...labels.value].sort()).toEqual(names.sort());
  });

  it('knows nothing of a repository that is hidden', async () => {
    const labels = await ground.directoryAs('octo-stranger').labels(repository);
    expect(labels).toEqual({ known: false, because: expect.stringContaining('HTTP 404') });
  });
});
