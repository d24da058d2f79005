import type { Charter } from '../model/charter.ts';
import { type Giver, type RepositoryRole, repositoryRoles } from '../model/command-facts.ts';
import type { IssueFacts } from '../model/facts.ts';
import { type Known, known } from '../model/known.ts';
import type { Policy, Who } from '../model/policy.ts';
import { sameOnGitHub } from '../text/github-names.ts';
import { ownershipOf } from './owners.ts';

interface Asked {
  giver: Giver;
  issue: IssueFacts;
  charter: Known<Charter>;
  policy: Policy;
}

/**
 * Whether a person is one of those who may. One yes is enough; without one, what can't be told of any of them makes the
 * whole unknown, and never a no.
 */
export function isOneOf(who: Who[], asked: Asked): Known<boolean> {
  const answers = who.map((each) => isWho(each, asked));
  if (answers.some((answer) => answer.known && answer.value)) return known(true);
  return answers.find((answer) => !answer.known) ?? known(false);
}

function isWho(who: Who, { giver, issue, charter, policy }: Asked): Known<boolean> {
  const { login } = giver.actor;
  switch (who) {
    case 'anyone':
      return known(true);
    case 'author':
      return known(issue.author.kind !== 'nobody' && sameOnGitHub(issue.author.login, login));
    case 'assignee':
      return known(issue.assignees.some((assignee) => sameOnGitHub(assignee, login)));
    case 'leads':
    case 'any-lead':
      if (!charter.known) return charter;
      return known(leadsOne(giver, charter.value, who === 'leads' ? ownersOf(issue, charter.value, policy) : null));
    case 'triage':
    case 'write':
    case 'maintain':
    case 'admin':
      return hasRole(giver.role, who);
    default: {
      const team = who.slice('team:'.length);
      return giver.teams[team] ?? { known: false, because: `whether you are in the team ${team} was not looked up` };
    }
  }
}

const hasRole = (role: Known<RepositoryRole>, least: RepositoryRole): Known<boolean> =>
  role.known ? known(repositoryRoles.indexOf(role.value) >= repositoryRoles.indexOf(least)) : role;

function ownersOf(issue: IssueFacts, charter: Charter, policy: Policy): string[] {
  const labels = issue.labels.map(({ name }) => name);
  return ownershipOf(labels, charter, policy.charter).owners.map(({ slug }) => slug);
}

/**
 * Whether the document has them as a lead of one of the groups, `null` for any that is not retired. A handle that was
 * given up can be taken by a stranger: where the members are known, a lead has to be one of them.
 */
function leadsOne({ actor, isMember }: Giver, { leads, groups }: Charter, slugs: string[] | null): boolean {
  if (isMember.known && !isMember.value) return false;
  const open = slugs ?? groups.filter(({ retired }) => !retired).map(({ slug }) => slug);
  return leads.some(
    ({ handle, retired, seats }) =>
      handle !== null &&
      !retired &&
      sameOnGitHub(handle, actor.login) &&
      seats.some(({ group }) => group !== null && open.includes(group)),
  );
}

/** Whether the document has somebody of this login as a lead: only then it matters whether they are a member. */
export const isNamedLead = ({ leads }: Charter, login: string): boolean =>
  leads.some(({ handle, retired }) => handle !== null && !retired && sameOnGitHub(handle, login));

const words: Record<Exclude<Who, `team:${string}`>, string> = {
  anyone: 'anyone',
  author: 'the author',
  assignee: 'assignees',
  leads: 'leads of an owning group',
  'any-lead': 'leads of any group',
  triage: 'the triage role',
  write: 'the write role',
  maintain: 'the maintain role',
  admin: 'the admin role',
};

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** @returns in words who may: `leads of an owning group or the triage role`. */
export function printWho(who: Who[]): string {
  return anyOf.format(who.map((each) => (isTeam(each) ? `the team ${each.slice('team:'.length)}` : words[each])));
}

const isTeam = (who: Who): who is `team:${string}` => who.startsWith('team:');
