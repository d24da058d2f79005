import { repositoryRoles } from '../../model/command-facts.ts';
import { type IssueRef, type RepositoryRef, repositoryKey } from '../../model/facts.ts';
import { quote } from '../../text/escape.ts';
import { sameOnGitHub } from '../../text/github-names.ts';
import type { Command } from '../command.ts';
import { cannotTell, done, refuse } from '../outcome.ts';

export default {
  usage: ['/transfer <repository>'],
  summary: 'Moves the issue to another repository of the same owner',
  why: 'An issue that was opened at the wrong door needs no second one; its labels stay where they are.',
  who: ['write'],
  needs({ argument, ref }) {
    const named = repositoryNamed(argument, ref);
    return named ? { repositories: [named] } : {};
  },
  obey({ argument, issue, ground, because }) {
    if (issue.isPullRequest) return refuse('a pull request can’t be moved');
    const ref = repositoryNamed(argument, issue.ref);
    const expected = ['/transfer octo-repo'];
    if (!ref)
      return refuse(argument === '' ? 'it names no repository' : `${quote(argument)} names no repository`, {
        expected,
      });
    if (!sameOnGitHub(ref.owner, issue.ref.owner))
      return refuse(`it has to be a repository of ${quote(issue.ref.owner)}`);
    if (sameOnGitHub(ref.name, issue.ref.repository)) return refuse('the issue is there already');
    const { repositories, isPrivate } = ground;
    if (!repositories.known) return cannotTell(repositories.because);
    const found = repositories.value.get(repositoryKey(ref));
    if (found === undefined) return cannotTell(`${nameOf(ref)} was not looked up`);
    if (found === null) return refuse(`there is no repository ${quote(nameOf(ref))} that Remit may see`);
    const name = nameOf(found.ref);
    if (found.archived) return refuse(`${quote(name)} is archived`);
    if (!found.hasIssues) return refuse(`${quote(name)} has no issues`);
    if (!isPrivate.known) return cannotTell(isPrivate.because);
    if (isPrivate.value && !found.isPrivate)
      return refuse('what is private can’t be moved to where everybody reads it');
    if (!found.role.known) return cannotTell(found.role.because);
    if (!mayWrite.includes(found.role.value)) return refuse(`it takes the write role in ${quote(name)}, too`);
    return done({ do: 'transfer', to: found.ref, because });
  },
  prow: {
    command: '/transfer, /transfer-issue',
    difference: 'It takes the write role in both repositories instead of membership of the organisation',
  },
  examples: [
    {
      name: 'a repository of the same owner',
      comment: '/transfer octo-plans',
      giver: { role: { known: true, value: 'write' } },
      effects: [{ do: 'transfer', to: { owner: 'octo-org', name: 'octo-plans' } }],
    },
    {
      name: 'a repository that is archived',
      comment: '/transfer octo-org/octo-old',
      giver: { role: { known: true, value: 'write' } },
      refused: '“octo-org/octo-old” is archived',
    },
    {
      name: 'a repository of another owner',
      comment: '/transfer octo-inc/octo-plans',
      giver: { role: { known: true, value: 'write' } },
      refused: 'it has to be a repository of “octo-org”',
    },
    {
      name: 'a repository where whoever asks may not write',
      comment: '/transfer octo-secrets',
      giver: { role: { known: true, value: 'write' } },
      refused: 'it takes the write role in “octo-org/octo-secrets”, too',
    },
    {
      name: 'a repository that there is not',
      comment: '/transfer octo-nowhere',
      giver: { role: { known: true, value: 'write' } },
      refused: 'there is no repository “octo-org/octo-nowhere” that Remit may see',
    },
    { name: 'somebody who may not write', comment: '/transfer octo-plans', refused: 'it takes the write role' },
  ],
} satisfies Command;

const mayWrite = repositoryRoles.slice(repositoryRoles.indexOf('write'));

const nameOf = ({ owner, name }: RepositoryRef): string => `${owner}/${name}`;

function repositoryNamed(text: string, { owner }: IssueRef): RepositoryRef | null {
  const [, other, name] = /^(?:([\w-]+)\/)?([\w.-]{1,100})$/.exec(text) ?? [];
  return name === undefined ? null : { owner: other ?? owner, name };
}
