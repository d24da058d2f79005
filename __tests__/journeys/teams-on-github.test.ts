import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { directoryOf } from '../../src/adapters/github/directory.ts';
import { createOctokit } from '../../src/adapters/github/octokit.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { askGitHub } from '../../src/engine/ask-github.ts';
import { findingsOf } from '../../src/governance/lint.ts';
import { notChecked } from '../../src/governance/not-checked.ts';
import { readProject } from '../../src/governance/project.ts';

const lead = (number: number) => `[Lead ${number}](https://github.com/octo-lead-${number})`;
const document = {
  path: 'WORKING-GROUPS.md',
  text: `| Group | Team | Leads |
| --- | --- | --- |
| Docs | [@octo-org/docs](https://github.com/orgs/Octo-Org/teams/docs) | ${lead(1)}, ${lead(2)}, ${lead(3)} |
| Search | n/a | ${lead(3)} |
`,
};

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({
    seed: {
      organizations: [
        {
          login: 'Octo-Org',
          members: ['octo-user-1', 'octo-lead-1', 'octo-lead-2', 'octo-lead-3'],
          teams: [
            { name: 'Docs', members: ['octo-lead-1'] },
            { name: 'Writers', parent: 'Docs', members: ['octo-lead-2'] },
          ],
        },
      ],
      repositories: [{ owner: 'Octo-Org', name: 'octo-repo' }],
    },
  });
});
afterEach(() => emulator.close());

async function checkWith(token: string) {
  const directory = directoryOf(createOctokit({ token, baseUrl: emulator.apiUrl }));
  const { charter } = readProject([document]);
  const onGitHub = await askGitHub({ charter, repository: { owner: 'Octo-Org', name: 'octo-repo' }, directory });
  const findings = findingsOf('lead-not-in-github-team', [document], { onGitHub });
  return { findings: findings.map(({ message }) => message), notChecked: notChecked(onGitHub) };
}

test('a lead is in the team of their group by a team below it too', async () => {
  expect(await checkWith(emulator.as('octo-user-1').token)).toEqual({
    findings: ['“Lead 3” (“octo-lead-3”) is not in the team “@octo-org/docs” of “Docs” on GitHub'],
    notChecked: [],
  });
});

test('nobody is missed in a team that the token’s scopes don’t show', async () => {
  const { findings, notChecked: lines } = await checkWith(emulator.as('octo-user-1', { scopes: ['repo'] }).token);
  expect(findings).toEqual([]);
  expect(lines).toEqual([
    expect.stringMatching(/^not checked: members of the organisation: /),
    expect.stringMatching(/^not checked: teams: .*has not been granted the required scopes/),
  ]);
});
