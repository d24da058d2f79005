import { describe, expect, it } from '@jest/globals';
import { carryOut } from '../../src/engine/carry-out.ts';
import { createGoverningCache, readGoverning } from '../../src/engine/governing.ts';
import { known } from '../../src/model/known.ts';
import type { LabelRename } from '../../src/model/label-rename.ts';
import { FakeGitHub } from './fake-github.ts';

const repository = { owner: 'octo-org', name: 'octo-repo' };

const charterOf = (...names: string[]) => `# Working groups

| Group | Forum | Description |
| --- | --- | --- |
${names.map((name, index) => `| ${name} | [Forum](https://forum.example.org/c/${index}) | Something |`).join('\n')}
`;

type Commits = Record<string, Record<string, string>>;
const good = (...names: string[]) => ({ 'WORKING-GROUPS.md': charterOf(...names) });

/** A repository whose commits have files, and what is done to its labels. */
function aRepository(
  commits: Commits,
  head: string | null,
  labels = ['area/config', 'bug'],
  history: Record<string, string[]> = {},
) {
  const renamed: LabelRename[] = [];
  const noted: string[] = [];
  let refusal: Error | null = null;
  const files = (commit: string) => new FakeGitHub({ files: commits[commit] ?? {} });
  return {
    labels,
    renamed,
    noted,
    refuse: (error: Error) => {
      refusal = error;
    },
    async carryOut(push?: { before: string | null; after: string }) {
      const at = files(head ?? '');
      return carryOut(
        { repository, push },
        {
          github: { readFilesAt: async (_, commit, paths) => files(commit).readFiles(repository, paths) },
          governing: await readGoverning(repository, { github: at, cache: createGoverningCache() }),
          governed: {
            headCommit: async () => head,
            commitsTouching: async (_, commit) => [commit, ...(history[commit] ?? [])],
            labels: async () => labels,
            async renameLabel(_, rename) {
              if (refusal) throw refusal;
              renamed.push(rename);
              labels.splice(labels.indexOf(rename.from), 1, rename.to);
              return true;
            },
          },
          carriedOut: {
            read: async () => noted.at(-1) ?? null,
            note: async (_, commit) => void noted.push(commit),
          },
        },
      );
    },
  };
}

const toSettings = { from: 'area/config', to: 'area/settings' };
const nothing = known({ renamed: [], joined: [], refused: [] });

describe('carrying out what changed', () => {
  const commits = { a: good('Config', 'Docs'), b: good('Settings', 'Docs'), same: good('Config', 'Docs') };

  it('goes by the commit before the push where nothing was carried out yet', async () => {
    const { carryOut: act, renamed } = aRepository(commits, 'b');
    expect(await act({ before: 'a', after: 'b' })).toEqual({
      commit: 'b',
      labels: known({ renamed: [toSettings], joined: [], refused: [] }),
    });
    expect(renamed).toEqual([toSettings]);
  });

  it('lets the label of an area go to the group that has it now', async () => {
    const withLeads = (...seats: string[]) => ({
      'WORKING-GROUPS.md': `${charterOf('Config', 'Docs')}
## Leads

| &nbsp; | Name | Company | Groups |
| --- | --- | --- | --- |
| &nbsp; | [Octo Lead](https://github.com/octo-lead-1) | Octo Inc | ${seats.join(', ')} |
`,
    });
    const moved = { a: withLeads('Config', 'Config - Profiles'), b: withLeads('Config', 'Docs - Profiles') };
    const { carryOut: act, renamed } = aRepository(moved, 'b', ['area/config', 'area/config-profiles']);
    await act({ before: 'a', after: 'b' });
    expect(renamed).toEqual([{ from: 'area/config-profiles', to: 'area/docs-profiles' }]);
  });

  it('goes by what was carried out last, whatever the push says', async () => {
    const { carryOut: act, noted, renamed } = aRepository(commits, 'b');
    noted.push('a');
    await act({ before: 'b', after: 'b' });
    expect(renamed).toEqual([toSettings]);
  });

  it('does nothing where that is the newest commit, or nothing that governs differs', async () => {
    const { carryOut: act, noted, renamed } = aRepository(commits, 'same');
    noted.push('same');
    expect(await act({ before: 'b', after: 'same' })).toBeNull();
    noted.push('a');
    expect(await act()).toBeNull();
    expect([noted.at(-1), renamed]).toEqual(['same', []]);
  });

  it('begins where it is when nobody knows what was before', async () => {
    const { carryOut: act, noted } = aRepository(commits, 'b');
    expect(await act()).toBeNull();
    expect(noted).toEqual(['b']);
  });

  it('renames nothing for a first document, after a forced push, and in a repository without a commit', async () => {
    const first = aRepository({ b: commits.b }, 'b');
    expect(await first.carryOut({ before: null, after: 'b' })).toEqual({ commit: 'b', labels: nothing });
    const forced = aRepository({ b: commits.b }, 'b');
    forced.noted.push('thrown away');
    expect(await forced.carryOut()).toEqual({ commit: 'b', labels: nothing });
    expect(await aRepository({}, null).carryOut()).toBeNull();
  });

  it('tells what can’t be renamed since there is such a label, and what GitHub does not allow', async () => {
    const taken = aRepository(commits, 'b', ['area/config', 'area/settings']);
    expect(await taken.carryOut({ before: 'a', after: 'b' })).toMatchObject({
      labels: { value: { joined: [toSettings] } },
    });
    expect(taken.renamed).toEqual([]);
    const refused = aRepository(commits, 'b');
    refused.refuse(Object.assign(new Error('no'), { name: 'Refused' }));
    expect(await refused.carryOut({ before: 'a', after: 'b' })).toMatchObject({
      labels: { value: { renamed: [], refused: [toSettings] } },
    });
  });

  it('is done again where GitHub did not answer', async () => {
    const repositoryOf = aRepository(commits, 'b');
    repositoryOf.refuse(Object.assign(new Error('no answer'), { name: 'Unreachable' }));
    await expect(repositoryOf.carryOut({ before: 'a', after: 'b' })).rejects.toThrow('no answer');
  });

  it.each([
    ['a configuration with faults', { '.github/remit.yml': 'triage: 7\n' }],
    ['a configuration that names no document', { '.github/remit.yml': 'charter:\n  documents: [GONE.md]\n' }],
  ])('waits while %s is there, and makes up for it', async (_, more) => {
    const steps = { ...commits, broken: { ...commits.b, ...more } };
    const broken = aRepository(steps, 'broken');
    broken.noted.push('a');
    expect(await broken.carryOut()).toMatchObject({ commit: 'broken', labels: { known: false } });
    expect([broken.renamed, broken.noted]).toEqual([[], ['a']]);
    const mended = aRepository(steps, 'b');
    mended.noted.push('a');
    await mended.carryOut({ before: 'broken', after: 'b' });
    expect(mended.renamed).toEqual([toSettings]);
  });

  it('goes by what could be read last where the commit before the push can’t be, without having kept it', async () => {
    const steps = { ...commits, broken: { 'WORKING-GROUPS.md': 'Nothing of a table.\n' } };
    const mended = aRepository(steps, 'b', ['area/config'], { broken: ['a'] });
    expect(await mended.carryOut({ before: 'broken', after: 'b' })).toMatchObject({
      labels: { value: { renamed: [toSettings] } },
    });
    const reverted = aRepository(steps, 'same', ['area/config'], { broken: ['a'] });
    // Issues were decided on meanwhile without a charter, so they are swept.
    expect(await reverted.carryOut({ before: 'broken', after: 'same' })).toEqual({ commit: 'same', labels: nothing });
  });

  it('renames nothing where nothing could be read before', async () => {
    const steps = { b: commits.b, broken: { 'WORKING-GROUPS.md': 'Nothing of a table.\n' } };
    const first = aRepository(steps, 'b');
    expect(await first.carryOut({ before: 'broken', after: 'b' })).toEqual({ commit: 'b', labels: nothing });
  });
});
