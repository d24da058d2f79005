import { expect, test } from '@jest/globals';
import { listCandidates } from '../../../src/adapters/files/candidates.ts';
import { existingPaths } from '../../../src/adapters/files/existing.ts';
import { aTree } from '../../entry/terminal.ts';

test('a path is there in exactly its own spelling, a folder too', () => {
  const root = aTree({ 'docs/Roles.md': '', 'README.md': '' });
  const asked = ['docs/Roles.md', 'docs/roles.md', 'docs', '', 'docs/../README.md', '../x', 'README.md/x'];
  expect([...existingPaths(root, asked)]).toEqual(['docs/Roles.md', 'docs', '']);
});

test('files of teams, members and owners stand beside the documents', () => {
  const root = aTree({
    'WORKING-GROUPS.md': '',
    'org/anything.yaml': '',
    'config/teams.yml': '',
    '.github/CODEOWNERS': '',
    '.github/remit.yml': '',
    'working-groups/docs/CHARTER.md': '',
    'src/other.yaml': '',
  });
  const { documents, beside } = listCandidates(root);
  expect(documents).toEqual(['WORKING-GROUPS.md', 'working-groups/docs/CHARTER.md']);
  expect(beside.sort()).toEqual(['.github/CODEOWNERS', '.github/remit.yml', 'config/teams.yml', 'org/anything.yaml']);
});
