import type { NamedIssue } from '../../model/command-facts.ts';
import { type IssueRef, printRef } from '../../model/facts.ts';
import { quote } from '../../text/escape.ts';
import { sameOnGitHub } from '../../text/github-names.ts';
import type { Command, Outcome } from '../command.ts';
import { issueNamed } from '../issue-named.ts';
import { cannotTell, done, refuse } from '../outcome.ts';

/** Source: GitHub docs, Adding sub-issues. */
const mostChildren = 100;
const mostLevels = 8;

const usage: Command['usage'] = ['/epic #<number>', '/epic <owner>/<repository>#<number>', '/epic clear'];

export default {
  usage,
  summary: 'Makes the issue a sub-issue of another one, or of none',
  why: 'What is below no epic is in nobody’s plan.',
  who: ['leads', 'triage'],
  needs({ argument, ref }) {
    const named = issueNamed(argument, ref);
    return named ? { issues: [named] } : {};
  },
  obey({ argument, issue, ground, because }) {
    if (issue.isPullRequest) return refuse('a pull request can’t be part of an epic');
    if (argument === 'clear') {
      const { parents, hidden } = issue.ancestry;
      return parents.length === 0 && hidden !== null
        ? cannotTell(hidden)
        : done({ do: 'parent', issue: null, because });
    }
    const ref = issueNamed(argument, issue.ref);
    if (!ref)
      return refuse(argument === '' ? 'it names no issue' : `${quote(argument)} names no issue`, {
        expected: ['/epic #12'],
      });
    if (!sameOnGitHub(ref.owner, issue.ref.owner)) return refuse(`an epic has to be one of ${quote(issue.ref.owner)}`);
    if (isSame(ref, issue.ref)) return refuse('an issue can’t be part of itself');
    if (!ground.issues.known) return cannotTell(ground.issues.because);
    const epic = ground.issues.value.get(printRef(ref).toLowerCase());
    if (epic === undefined) return cannotTell(`${printRef(ref)} was not looked up`);
    if (epic === null) return refuse(`there is no issue ${printRef(ref)} that Remit may see`);
    const isThere = issue.ancestry.parents[0] && isSame(issue.ancestry.parents[0].ref, epic.ref);
    return (isThere ? null : whyNot(epic, issue.ref)) ?? done({ do: 'parent', issue: epic.ref, because });
  },
  examples: [
    { name: 'an open issue', comment: '/epic #4', effects: [{ do: 'parent', issue: at(4) }] },
    {
      name: 'an issue of another repository of the same owner',
      comment: '/epic octo-org/octo-plans#2',
      effects: [{ do: 'parent', issue: at(2, 'octo-plans') }],
    },
    {
      name: 'no epic any more',
      comment: '/epic clear',
      issue: { ancestry: { parents: [parent(4)], hidden: null } },
      effects: [{ do: 'parent', issue: null }],
    },
    { name: 'the epic that it has', comment: '/epic #4', issue: { ancestry: { parents: [parent(4)], hidden: null } } },
    { name: 'a closed issue', comment: '/epic #5', refused: 'octo-org/octo-repo#5 is closed' },
    { name: 'a pull request', comment: '/epic #6', refused: 'octo-org/octo-repo#6 is a pull request' },
    {
      name: 'an issue that there is not',
      comment: '/epic #99',
      refused: 'there is no issue octo-org/octo-repo#99 that Remit may see',
    },
    {
      name: 'an issue of another owner',
      comment: '/epic octo-inc/plans#1',
      refused: 'an epic has to be one of “octo-org”',
    },
    { name: 'itself', comment: '/epic #12', refused: 'an issue can’t be part of itself' },
    {
      name: 'one of its own sub-issues',
      comment: '/epic #7',
      refused: 'octo-org/octo-repo#7 is itself a part of this issue',
    },
    {
      name: 'an issue that has as many sub-issues as it can have',
      comment: '/epic #8',
      refused: 'octo-org/octo-repo#8 has 100 sub-issues, and more than that can’t be',
    },
    {
      name: 'an issue so deep below others that nothing can be below it',
      comment: '/epic #9',
      refused: 'octo-org/octo-repo#9 has 8 issues above it, and sub-issues go no deeper',
    },
    { name: 'words', comment: '/epic Gateway', refused: '“Gateway” names no issue', expected: ['/epic #12'] },
  ],
} satisfies Command;

function whyNot(epic: NamedIssue, child: IssueRef): Outcome | null {
  const name = printRef(epic.ref);
  const { parents, hidden } = epic.ancestry;
  if (epic.isPullRequest) return refuse(`${name} is a pull request`);
  if (epic.state === 'closed') return refuse(`${name} is closed`);
  if (parents.some(({ ref }) => isSame(ref, child))) return refuse(`${name} is itself a part of this issue`);
  if (epic.children >= mostChildren)
    return refuse(`${name} has ${epic.children} sub-issues, and more than that can’t be`);
  if (parents.length >= mostLevels)
    return refuse(`${name} has ${parents.length} issues above it, and sub-issues go no deeper`);
  return hidden === null ? null : cannotTell(hidden);
}

const isSame = (one: IssueRef, other: IssueRef): boolean => sameOnGitHub(printRef(one), printRef(other));

function at(number: number, repository = 'octo-repo'): IssueRef {
  return { owner: 'octo-org', repository, number };
}

function parent(number: number) {
  return { ref: at(number), title: `Work package ${number}`, state: 'open' as const, labels: ['epic'], type: null };
}
