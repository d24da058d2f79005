import type { Ancestor, IssueRef } from '../../model/facts.ts';
import { quote } from '../../text/escape.ts';
import { sameOnGitHub } from '../../text/github-names.ts';
import { type EpicOptions, epicOptions, isEpic } from '../epics/epic-options.ts';
import { conflict, met, missing, notKnown, waived } from '../judgement.ts';
import { isOffered, typed } from '../remedies.ts';
import type { Case, Requirement } from '../requirement.ts';

const makeItOne = 'make it a sub-issue of an open epic, or of an issue below one';

const above = (number: number, parts: Partial<Ancestor> = {}): Ancestor => ({
  ref: { owner: 'octo-org', repository: 'octo-repo', number },
  title: `Work package ${number}`,
  state: 'open',
  labels: [],
  type: null,
  ...parts,
});
const epic = (number: number, parts: Partial<Ancestor> = {}) => above(number, { labels: ['epic'], ...parts });
const below = (...parents: Ancestor[]) => ({ ancestry: { parents, hidden: null } });
const hidden = 'a parent of the issue can’t be read: no access';

export default {
  summary: 'The issue is part of an epic',
  why: 'What is below no epic is in nobody’s plan: an epic’s progress says nothing of it.',
  options: epicOptions,
  standard: false,
  judge({ issue, policy, options }: Case<EpicOptions>) {
    const remedy = isOffered('epic', { issue, policy }) ? `${typed(['/epic #<number>'])}, or ${makeItOne}` : makeItOne;
    const { ref, labels, type, ancestry } = issue;
    if (isEpic({ labels: labels.map(({ name }) => name), type }, options)) return waived('it is an epic itself');
    const epics = ancestry.parents.filter((parent) => isEpic(parent, options));
    const open = epics.find(({ state }) => state === 'open');
    if (open) return met(`below ${nameOf(open, ref)}`);
    if (ancestry.hidden !== null) return notKnown(ancestry.hidden);
    if (epics[0]) return conflict(`${nameOf(epics[0], ref)} is closed`, { remedy });
    return missing(ancestry.parents.length > 0 ? 'no parent is part of an epic' : 'no epic', { remedy });
  },
  examples: [
    {
      name: 'a sub-issue of an epic',
      issue: below(epic(4)),
      status: 'met',
      message: 'below the epic #4 “Work package 4”',
    },
    {
      name: 'a sub-issue of a sub-issue of an epic in another repository',
      issue: below(above(4), epic(2, { ref: { owner: 'octo-org', repository: 'octo-plans', number: 2 } })),
      status: 'met',
      message: 'below an epic of another repository',
    },
    {
      name: 'an epic by its issue type',
      issue: below(above(4, { type: 'Epic' })),
      status: 'met',
      message: 'below the epic #4 “Work package 4”',
    },
    {
      name: 'an epic by a label of the configuration',
      issue: below(above(4, { labels: ['kind/feature'] })),
      options: { labels: ['kind/feature'] },
      status: 'met',
      message: 'below the epic #4 “Work package 4”',
    },
    { name: 'the epic itself', issue: { type: 'Epic' }, status: 'waived', message: 'it is an epic itself' },
    { name: 'an issue without a parent', issue: {}, status: 'missing', message: 'no epic' },
    {
      name: 'parents of which none is an epic',
      issue: below(above(4), above(2)),
      status: 'missing',
      message: 'no parent is part of an epic',
    },
    {
      name: 'an epic that was closed meanwhile',
      issue: below(above(4), epic(2, { state: 'closed' })),
      status: 'conflict',
      message: 'the epic #2 “Work package 2” is closed',
    },
    {
      name: 'a closed epic that is itself below an open one',
      issue: below(epic(4, { state: 'closed' }), epic(2)),
      status: 'met',
      message: 'below the epic #2 “Work package 2”',
    },
    {
      name: 'an epic below a parent that can’t be read',
      issue: { ancestry: { parents: [epic(4)], hidden } },
      status: 'met',
      message: 'below the epic #4 “Work package 4”',
    },
    {
      name: 'a parent that can’t be read, below which there is no open epic',
      issue: { ancestry: { parents: [epic(4, { state: 'closed' })], hidden } },
      status: 'unknown',
      message: hidden,
    },
  ],
} satisfies Requirement<EpicOptions>;

/** Another repository may be a private one: what is said of the issue must not tell the epic's name. */
function nameOf({ ref, title }: Ancestor, { owner, repository }: IssueRef): string {
  const isHere = sameOnGitHub(ref.owner, owner) && sameOnGitHub(ref.repository, repository);
  return isHere ? `the epic #${ref.number} ${quote(title)}` : 'an epic of another repository';
}
