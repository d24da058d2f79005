import { maySee } from '../access.ts';
import { assertFewLabels } from '../changes/labelling.ts';
import { labelsNamed } from '../changes/labels.ts';
import { type Call, listField } from '../http/call.ts';
import { hasRole, lackOf } from '../permissions/lack.ts';
import { needs } from '../permissions/need.ts';
import { invalid, Refusal } from '../refusal.ts';
import type { Account, Issue, IssueType, Label, Milestone, Repository } from '../state/entities.ts';
import { findIssueById } from '../state/look-up.ts';
import type { Actor } from '../world.ts';
import { typeAsked } from './issue-types.ts';
import { accountsNamed } from './targets.ts';

/** What a body says of an issue besides its text; undefined where it does not speak of it. */
interface Plan {
  labels?: Label[] | undefined;
  milestone?: Milestone | null | undefined;
  assignees?: Account[] | undefined;
  type?: IssueType | null | undefined;
}

/**
 * @returns nothing for who may not triage: GitHub drops it in silence.
 * @throws Refusal 422 for what is not there, and for too many labels; 403 as labelsAsked.
 */
export function planOf(call: Call, repository: Repository, actor: Actor): Plan {
  if (!hasRole(actor, repository, 'triage')) return {};
  const logins = loginsAsked(call);
  const milestone = milestoneAsked(call, repository);
  const type = typeAsked(call, repository, actor);
  const labels = labelsAsked(call, repository, actor);
  return { labels, milestone, assignees: logins && accountsNamed(call, logins), type };
}

/**
 * The labels that a body names, by themselves or as objects; those that the repository lacks are made.
 *
 * @throws Refusal 422 for too many; 403 where some are to be made by who may not make labels.
 */
export function labelsAsked(call: Call, repository: Repository, actor: Actor): Label[] | undefined {
  const names = namesIn(call, 'labels', 'name');
  assertFewLabels(names ?? []);
  const isKnown = (name: string) => repository.labels.has(name.toLowerCase());
  if (names && !names.every(isKnown) && lackOf(actor, repository, needs.createLabels)) {
    const errors = [{ resource: 'Repository', field: 'label', code: 'unauthorized' as const }];
    throw new Refusal(403, 'You do not have permission to create labels on this repository.', { errors });
  }
  return names && labelsNamed(call.world, actor, repository, names);
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
