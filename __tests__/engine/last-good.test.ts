import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createGoverningCache, readGoverning } from '../../src/engine/governing.ts';
import { configuration, files } from './documents.ts';
import { FakeGitHub } from './fake-github.ts';

const repository = { owner: 'octo-org', name: 'octo-repo' };
const path = '.github/remit.yml';
const faulty = 'charter: [a, list]\n';
const labelled = (label: string) => configuration.replace('area/{group}', label);

/** A GitHub whose configuration was each of these in turn; `null` where it was taken away. */
function gitHubAfter(texts: (string | null)[]): FakeGitHub {
  const github = new FakeGitHub({ files: { 'WORKING-GROUPS.md': files['WORKING-GROUPS.md'] } });
  for (const text of texts) change(github, text);
  github.requests.length = 0;
  return github;
}

function change(github: FakeGitHub, text: string | null): void {
  if (text === null) github.remove(path);
  else github.commit(path, text);
}

const governingAfter = (texts: (string | null)[]) =>
  readGoverning(repository, { github: gitHubAfter(texts), cache: createGoverningCache() });
const labelAfter = async (texts: (string | null)[]) => (await governingAfter(texts)).policy?.charter.label ?? null;

describe('a configuration with faults', () => {
  it('leaves the last one in force that has none, by the file’s history', async () => {
    expect(await labelAfter([labelled('a/{group}'), labelled('b/{group}'), faulty, `${faulty}#\n`])).toEqual([
      'b/{group}',
    ]);
  });

  it('is cited at the commit of the one that is in force', async () => {
    const good = await governingAfter([configuration]);
    const { commits, problems } = await governingAfter([configuration, faulty]);
    expect(commits[path]).toBe(good.commits[path]);
    expect(problems).toEqual([expect.stringMatching(/^line 1, column \d+: /)]);
  });

  it('is in force nowhere if there was never another one', async () => {
    expect(await labelAfter([faulty])).toBeNull();
    expect(await labelAfter([faulty, `${faulty}#\n`])).toBeNull();
  });

  it('does not bring back one that was taken away', async () => {
    expect(await labelAfter([configuration, null, faulty])).toBeNull();
  });

  it('costs requests only as long as nothing is remembered', async () => {
    const github = gitHubAfter([configuration, faulty]);
    const cache = createGoverningCache();
    await readGoverning(repository, { github, cache });
    await readGoverning(repository, { github, cache });
    expect(github.requests.filter((request) => request.startsWith('versions'))).toHaveLength(1);
  });

  it('that is no text is one as well', async () => {
    const github = gitHubAfter([configuration]);
    github.commit(path, '', { unreadable: 'it is a binary file, not a document' });
    const { policy, problems } = await readGoverning(repository, { github, cache: createGoverningCache() });
    expect(policy?.charter.label).toEqual(['area/{group}']);
    expect(problems).toEqual(['line 1, column 1: it is a binary file, not a document']);
  });
});

it('what is in force is the same with a memory and without one, whatever became of the configuration', async () => {
  const text = fc.constantFrom(labelled('a/{group}'), labelled('b/{group}'), faulty, 'triage: {\n', null);
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 12 }), async (texts) => {
      const github = gitHubAfter([]);
      const cache = createGoverningCache();
      for (const each of texts) {
        change(github, each);
        const remembered = await readGoverning(repository, { github, cache });
        const fresh = await readGoverning(repository, { github, cache: createGoverningCache() });
        expect(remembered).toEqual(fresh);
      }
    }),
  );
});
