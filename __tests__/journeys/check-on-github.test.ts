import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { directoryOf } from '../../src/adapters/github/directory.ts';
import { createOctokit } from '../../src/adapters/github/octokit.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { askGitHub } from '../../src/engine/ask-github.ts';
import { twoTables } from '../../src/governance/example-documents.ts';
import { lintProject } from '../../src/governance/lint.ts';
import { notChecked } from '../../src/governance/not-checked.ts';
import { noPolicy, readProject } from '../../src/governance/project.ts';

const repository = { owner: 'octo-org', name: 'octo-repo' };
const document = { path: 'WORKING-GROUPS.md', text: twoTables({}) };
const policy = { ...noPolicy, label: ['area/{group}'] };

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({
    seed: {
      users: [{ login: 'octo-stranger' }, { login: 'octo-lead-3' }],
      organizations: [{ login: 'octo-org', members: ['octo-lead-1', 'octo-user-1'] }],
      repositories: [{ ...repository, labels: ['area/docs', 'area/netwroking', 'area/security', 'bug'] }],
    },
  });
});
afterEach(() => emulator.close());

/** What a check says of the document when that person's token is used. */
async function checkAs(login: string) {
  const octokit = createOctokit({ token: emulator.as(login).token, baseUrl: emulator.apiUrl });
  const project = readProject([document], { policy });
  const onGitHub = await askGitHub({ charter: project.charter, repository, directory: directoryOf(octokit) });
  const [file] = lintProject({ ...project, onGitHub }).files;
  const findings = (file?.findings ?? []).map(({ rule, at, message }) => `${at.line} ${rule}: ${message}`);
  return { findings, notChecked: notChecked(onGitHub) };
}

test('a document is held against the accounts, members and labels that GitHub has', async () => {
  expect(await checkAs('octo-user-1')).toEqual({
    findings: [
      '6 label-without-group: the label “area/netwroking” names no group',
      '14 account-gone: the account of “Octo Lead 2”, “octo-lead-2”, is not on GitHub',
      '15 lead-not-in-organisation: “Octo Lead 3” (“octo-lead-3”) is no member of the organisation',
    ],
    notChecked: [],
  });
});

test('nobody is called a stranger by a token that is not shown all members', async () => {
  const { findings, notChecked } = await checkAs('octo-stranger');
  expect(findings.some((finding) => finding.includes('lead-not-in-organisation'))).toBe(false);
  expect(notChecked).toEqual([
    'not checked: members of the organisation: this token is shown only those members of octo-org who are public',
  ]);
});
