import { expect, test } from '@jest/globals';
import { askGitHub } from '../../src/engine/ask-github.ts';
import { readCharter, readDocument } from '../../src/governance/read.ts';
import { known, unknown } from '../../src/model/known.ts';
import type { Directory } from '../../src/model/ports.ts';

const repository = { owner: 'Octo-Org', name: 'octo-repo' };

const charterOf = (...rows: string[]) =>
  readCharter(
    readDocument({
      path: 'WORKING-GROUPS.md',
      text: ['# Groups', '', '| Name | Leads | Team |', '| --- | --- | --- |', ...rows, ''].join('\n'),
    }),
  ).charter;

const team = (organisation: string, slug: string) => `[${slug}](https://github.com/orgs/${organisation}/teams/${slug})`;

const twoGroups = charterOf(
  `| Docs | [Octo Lead 1](https://github.com/octo-lead-1) | ${team('octo-org', 'docs')} |`,
  `| Networking | [Octo Lead 2](https://github.com/octo-lead-2) | ${team('squid', 'networking')} |`,
);

/** A directory that writes down what it is asked. */
function listening() {
  const asked: unknown[] = [];
  const hear = (...question: unknown[]) => asked.push(question);
  const directory: Directory = {
    accounts: async (logins) => {
      hear('accounts', logins);
      return known(new Map());
    },
    members: async (organisation) => {
      hear('members', organisation);
      return unknown('they are hidden');
    },
    teams: async (organisation, slugs) => {
      hear('teams', organisation, slugs);
      return known(new Map());
    },
    labels: async ({ name }) => {
      hear('labels', name);
      return known(['area/docs']);
    },
  };
  return { asked, directory };
}

test('GitHub is asked about the leads, groups and teams that the charter names', async () => {
  const { asked, directory } = listening();
  const onGitHub = await askGitHub({ charter: twoGroups, repository, directory });
  expect(asked).toEqual([
    ['accounts', ['octo-lead-1', 'octo-lead-2']],
    ['members', 'Octo-Org'],
    ['teams', 'Octo-Org', ['docs']],
    ['labels', 'octo-repo'],
  ]);
  expect(onGitHub).toMatchObject({ members: unknown('they are hidden'), labels: known(['area/docs']) });
});

test('GitHub is asked nothing about a charter that names nobody and nothing', async () => {
  const { asked, directory } = listening();
  const onGitHub = await askGitHub({ charter: charterOf(), repository, directory });
  expect(asked).toEqual([]);
  expect(Object.values(onGitHub).every((each) => each.known)).toBe(true);
});

test('GitHub is asked about accounts alone where the repository is not known', async () => {
  const { asked, directory } = listening();
  const onGitHub = await askGitHub({ charter: twoGroups, repository: null, directory });
  expect(asked).toEqual([['accounts', ['octo-lead-1', 'octo-lead-2']]]);
  expect(onGitHub.labels).toEqual(unknown('it is not known which repository this is'));
});
