import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ground, hostile, openGround, place, repository } from './emulated-github.ts';

let ground: Ground;
beforeEach(async () => {
  ground = await openGround();
});
afterEach(() => ground.emulator.close());

const path = '.github/remit.yml';
const person = () => ground.as('octo-user-1').repos;

let blob: string | undefined;
beforeEach(() => {
  blob = undefined;
});

async function commit(text: string | Buffer | null): Promise<string> {
  const change = { ...place, path, message: 'Change', ...(blob ? { sha: blob } : {}) };
  const { data } =
    text === null
      ? await person().deleteFile({ ...change, sha: blob ?? '' })
      : await person().createOrUpdateFileContents({ ...change, content: Buffer.from(text).toString('base64') });
  blob = data.content?.sha;
  return data.commit.sha ?? '';
}

const versions = () => ground.github.readVersions(repository, path);

describe('the versions of a file', () => {
  it('come newest first, each with its commit, and nothing where it was taken away', async () => {
    const [first, , third] = [await commit('one\n'), await commit(null), await commit('three\n')];
    await person().createOrUpdateFileContents({ ...place, path: 'else.md', message: 'Else', content: '' });
    expect(await versions()).toEqual([
      { path, text: 'three\n', commit: third, blob: expect.stringMatching(/^[0-9a-f]{40}$/) },
      null,
      { path, text: 'one\n', commit: first, blob: expect.stringMatching(/^[0-9a-f]{40}$/) },
    ]);
  });

  it('are the last ten, in two requests', async () => {
    for (let version = 1; version <= 12; version++) await commit(`version ${version}\n`);
    const { result, requests } = await ground.counting(versions);
    expect(result.map((file) => file?.text)).toEqual(
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((version) => `version ${version}\n`),
    );
    expect(requests).toEqual(['query', 'query']);
  });

  it('are none of a file that never was, whatever its name', async () => {
    for (const name of [path, ...hostile]) expect(await ground.github.readVersions(repository, name)).toEqual([]);
  });

  it('that are no text say so', async () => {
    await commit(Buffer.from([35, 0, 1, 2, 255]));
    expect(await versions()).toMatchObject([{ text: '', unreadable: 'it is a binary file, not a document' }]);
  });

  it('of a repository that can’t be seen can’t be read', async () => {
    const reading = ground.github.readVersions({ owner: 'octo-org', name: 'nowhere' }, path);
    await expect(reading).rejects.toThrow(/refused reading the history of \.github\/remit\.yml in octo-org\/nowhere/);
  });
});
