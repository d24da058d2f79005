import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Refused, Unreachable } from '../../src/adapters/github/errors.ts';
import { governedRepositoryOf } from '../../src/adapters/github/governed-repository.ts';
import { createOctokit } from '../../src/adapters/github/octokit.ts';
import type { GovernedRepository } from '../../src/model/upkeep-ports.ts';
import { type Ground, hostile, openGround, place, repository } from './emulated-github.ts';

let ground: Ground;
let governed: GovernedRepository;

beforeEach(async () => {
  ground = await openGround({ repositories: [{ owner: 'octo-org', name: 'empty' }] });
  governed = as('octo-lead-1');
});
afterEach(() => ground.emulator.close());

const as = (login: string, options = {}) =>
  governedRepositoryOf(
    createOctokit({ token: ground.emulator.as(login, options).token, baseUrl: ground.emulator.apiUrl }),
  );

describe('a repository that is governed', () => {
  it('tells the commit that its default branch ends with', async () => {
    const { data } = await ground.as('octo-lead-1').repos.getBranch({ ...place, branch: 'main' });
    expect(await governed.headCommit(repository)).toBe(data.commit.sha);
  });

  it('tells that it has none where there is nothing in it', async () => {
    expect(await governed.headCommit({ owner: 'octo-org', name: 'empty' })).toBeNull();
  });

  it('tells which commits up to one touched files, newest first', async () => {
    const { repos } = ground.as('octo-lead-1');
    const put = async (path: string) => {
      ground.emulator.clock.advance(60_000);
      const content = Buffer.from(path).toString('base64');
      const { data } = await repos.createOrUpdateFileContents({ ...place, path, message: path, content });
      return data.commit.sha!;
    };
    const [one, , two, last] = [await put('A.md'), await put('other'), await put('B.md'), await put('else')];
    expect(await governed.commitsTouching(repository, last!, ['A.md', 'B.md', 'none'])).toEqual([two, one]);
    expect(await governed.commitsTouching(repository, one!, ['A.md', 'B.md'])).toEqual([one]);
    expect(await governed.commitsTouching(repository, 'c0ffee'.padEnd(40, '0'), ['A.md'])).toEqual([]);
  });

  it.each(['area/docs', ...hostile.map((name) => name.slice(0, 50))])(
    'gives a label another name, as %j',
    async (from) => {
      const { issues } = ground.as('octo-lead-1');
      await issues.create({ ...place, title: 'a', labels: [from] });
      expect(await governed.renameLabel(repository, { from, to: 'area/texts' })).toBe(true);
      const { data } = await issues.get({ ...place, issue_number: 1 });
      expect(data.labels).toMatchObject([{ name: 'area/texts' }]);
      expect(await governed.labels(repository)).not.toContain(from);
    },
  );

  it('leaves labels as they are where the name is another’s, or the label is gone', async () => {
    expect(await governed.renameLabel(repository, { from: 'area/docs', to: 'area/networking' })).toBe(false);
    expect(await governed.renameLabel(repository, { from: 'area/gone', to: 'area/new' })).toBe(false);
    expect(await governed.labels(repository)).toEqual(expect.arrayContaining(['area/docs', 'area/networking']));
  });

  it('refuses whoever may not, and is unreachable when GitHub is out of order', async () => {
    const reader = as('octo-lead-1', { readOnly: true });
    await expect(reader.renameLabel(repository, { from: 'area/docs', to: 'a' })).rejects.toThrow(Refused);
    await expect(governed.headCommit({ owner: 'octo-org', name: 'nowhere' })).rejects.toThrow(Refused);
    ground.emulator.faults.add({ method: 'PATCH', path: '/repos/*', fault: { kind: 'status', status: 502 } });
    await expect(governed.renameLabel(repository, { from: 'area/docs', to: 'a' })).rejects.toThrow(Unreachable);
  });
});
