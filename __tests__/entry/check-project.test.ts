import { describe, expect, it } from '@jest/globals';
import { twoTables } from '../../src/governance/example-documents.ts';
import { fiveGroups, fiveTeams, teamsFile } from '../../src/governance/example-teams.ts';
import { aTree, remit } from './terminal.ts';

const teams = teamsFile({ ...fiveTeams, 'WG - Config Maintainers': ['octo-user-2'] });
const findingsIn = (out: string) =>
  JSON.parse(out).files.flatMap((file: { path: string; findings: { rule: string }[] }) =>
    file.findings.map(({ rule }) => `${file.path} ${rule}`),
  );

describe('remit check of a whole project', () => {
  it('finds the files that the document is held against, and tells of them too', async () => {
    const tree = aTree({ 'WORKING-GROUPS.md': fiveGroups, 'org/teams.yaml': teams });
    const { out } = await remit(tree, ['check', '--json']);
    expect(findingsIn(out)).toEqual(['org/teams.yaml team-without-group']);
  });

  it('tells only of the files that it is given, held against the others', async () => {
    const tree = aTree({
      'WORKING-GROUPS.md': fiveGroups.replace('octo-lead-4', 'octo-lead-9'),
      'org/teams.yaml': teams,
    });
    const { out } = await remit(tree, ['check', 'WORKING-GROUPS.md', '--json']);
    expect(findingsIn(out)).toEqual(['WORKING-GROUPS.md lead-not-in-team']);
  });

  it('reads the files that the configuration names', async () => {
    const tree = aTree({
      'WORKING-GROUPS.md': fiveGroups,
      'src/people.yml': teams,
      '.github/remit.yml': 'check:\n  files: src/people.yml\n',
    });
    const { out } = await remit(tree, ['check', '--json']);
    expect(findingsIn(out)).toEqual(['src/people.yml team-without-group']);
  });

  it('knows which paths are there', async () => {
    const tree = aTree({
      'docs/WORKING-GROUPS.md': `${fiveGroups}\n[a](../README.md) [b](README.md)\n`,
      'README.md': '',
    });
    const { out } = await remit(tree, ['check', '--json']);
    expect(findingsIn(out)).toEqual(['docs/WORKING-GROUPS.md dead-relative-link']);
  });

  it('offers every reporter that there is', async () => {
    const { reporters } = await import('../../src/governance/reporters/index.ts');
    const { reporterNames } = await import('../../src/entry/cli/document-commands.ts');
    expect(reporterNames).toEqual(Object.keys(reporters));
  });
});

describe('remit charter', () => {
  it('prints the documents of the configuration as one charter', async () => {
    const tree = aTree({
      'A.md': twoTables({ groups: ['Docs'], leads: [['octo-lead-1', 'Docs']] }),
      'B.md': twoTables({ groups: ['Release'], leads: [['octo-lead-2', 'Release, Docs']] }),
      '.github/remit.yml': 'charter:\n  documents: [A.md, B.md]\n',
    });
    const { out } = await remit(tree, ['charter', '--json']);
    const { path, groups } = JSON.parse(out);
    expect([path, groups.map(({ name, leads }: { name: string; leads: string[] }) => [name, leads])]).toEqual([
      'A.md, B.md',
      [
        ['Docs', ['octo-lead-1', 'octo-lead-2']],
        ['Release', ['octo-lead-2']],
      ],
    ]);
  });

  it('says what is missing for the nearest format', async () => {
    const tree = aTree({ 'sigs.yaml': 'sigs:\n- name: Docs\n' });
    const { code, err } = await remit(tree, ['charter']);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/no format fits: nearest is sigs-yaml, but none of its groups/),
    ]);
  });
});
