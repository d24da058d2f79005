import { maySee } from '../access.ts';
import { assertFewLabels } from '../changes/labelling.ts';
import { labelsNamed } from '../changes/labels.ts';
import { type Call, listField } from '../http/call.ts';
import { invalid } from '../refusal.ts';
import type { Account, Issue, IssueType, Label, Milestone, Repository } from '../state/entities.ts';
import { findIssueById } from '../state/look-up.ts';
import type { Actor } from '../world.ts';
import { typeAsked } from './issue-types.ts';
import { accountsNamed } from './targets.ts';

/** What a body says of an issue besides its text; undefined where it does not speak of it. */
interface Plan {
  labels: Label[] | undefined;
  milestone: Milestone | null | undefined;
  assignees: Account[] | undefined;
  type: IssueType | null | undefined;
}

/** @throws Refusal 422 for what is not there, and for too many labels; labels that the repository lacks are made. */
export function planOf(call: Call, repository: Repository, actor: Actor): Plan {
  const logins = loginsAsked(call);
  const milestone = milestoneAsked(call, repository);
  const type = typeAsked(call, repository, actor);
  const names = labelNames(call);
  assertFewLabels(names ?? []);
  return {
    labels: names && labelsNamed(call.world, actor, repository, names),
    milestone,
    assignees: logins && accountsNamed(call, logins),
    type,
  };
}

/** GitHub takes names of labels, and objects that have a name. */
export function labelNames(call: Call): string[] | undefined {
  return namesIn(call, 'labels', 'name');
}

/** The issue that one is closed as a duplicate of, by its database id. */
export function duplicateAsked(call: Call): Issue | null {
  const value = call.body.duplicate_issue_id;
  if (value === undefined || value === null) return null;
  const issue = typeof value === 'number' ? findIssueById(call.world.state, value) : undefined;
  if (!issue || !maySee(call.actor, issue.repository)) {
    throw invalid({ resource: 'Issue', field: 'duplicate_issue_id', code: 'invalid', value });
  }
  return issue;
}

/** `assignee` is the older word for one of them. */
function loginsAsked(call: Call): string[] | undefined {
  const logins = namesIn(call, 'assignees', 'login');
  const { assignee } = call.body;
  if (logins || assignee === undefined) return logins;
  return typeof assignee === 'string' && assignee !== '' ? [assignee] : [];
}

/** A list of names, each by itself or in an object. */
function namesIn(call: Call, field: string, key: string): string[] | undefined {
  const given = call.body[field];
  if (!Array.isArray(given)) return listField(call, 'Issue', field);
  const named: unknown[] = given.map((each) => (each as Record<string, unknown> | null)?.[key] ?? each);
  return listField({ ...call, body: { [field]: named } }, 'Issue', field);
}

function milestoneAsked(call: Call, repository: Repository): Milestone | null | undefined {
  const value = call.body.milestone;
  if (value === undefined || value === null || value === '') return value === undefined ? undefined : null;
  const milestone = repository.milestones.get(Number(value));
  if (!milestone) throw invalid({ resource: 'Issue', field: 'milestone', code: 'invalid', value });
  return milestone;
}
