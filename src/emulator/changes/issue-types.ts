import { Refusal } from '../refusal.ts';
import { issueShape, issueTypeShape } from '../shapes/issue.ts';
import type { IssueTypeColor } from '../state/account.ts';
import type { Account, Issue, IssueType } from '../state/entities.ts';
import { findIssueType } from '../state/look-up.ts';
import { register } from '../state/state.ts';
import type { Actor, World } from '../world.ts';
import { announce, assertTakesIssues, record } from './record.ts';

const mostTypes = 25;

export interface IssueTypeText {
  name: string;
  description?: string | null | undefined;
  color?: IssueTypeColor | null | undefined;
  isEnabled?: boolean | undefined;
}

/** What every organisation has until it says otherwise; source: GitHub docs, Managing issue types in an organization. */
export const usualIssueTypes: IssueTypeText[] = [
  { name: 'Task', description: 'A specific piece of work', color: 'yellow' },
  { name: 'Bug', description: 'An unexpected problem or behavior', color: 'red' },
  { name: 'Feature', description: 'A request, idea, or new functionality', color: 'blue' },
];

/** @throws Refusal 422 for a name that is missing or taken, and for a 26th type. */
export function createIssueType(world: World, organization: Account, text: IssueTypeText): IssueType {
  checkName(organization, text.name);
  if (organization.issueTypes.size >= mostTypes) throw refused(`cannot have more than ${mostTypes} issue types`);
  const at = world.now();
  const type: IssueType = register(world.state, {
    kind: 'IssueType' as const,
    ...world.state.ids.next('IssueType', organization.id),
    organization,
    name: text.name,
    description: text.description ?? null,
    color: text.color ?? null,
    isEnabled: text.isEnabled ?? true,
    createdAt: at,
    updatedAt: at,
  });
  organization.issueTypes.set(type.id, type);
  return type;
}

/** Changes what the text speaks of. GitHub tells of it by no webhook. */
export function editIssueType(world: World, type: IssueType, text: Partial<IssueTypeText>): void {
  if (text.name !== undefined) checkName(type.organization, text.name, type);
  type.name = text.name ?? type.name;
  if (text.description !== undefined) type.description = text.description;
  if (text.color !== undefined) type.color = text.color;
  type.isEnabled = text.isEnabled ?? type.isEnabled;
  type.updatedAt = world.now();
}

/** Deletes the type and takes it off its issues, which causes no event on the issues. */
export function deleteIssueType({ state }: World, type: IssueType): void {
  type.organization.issueTypes.delete(type.id);
  state.nodes.delete(type.nodeId);
  for (const { owner, issues } of state.repositories.values()) {
    if (owner !== type.organization) continue;
    for (const issue of issues.values()) if (issue.type === type) issue.type = null;
  }
}

/** Gives an issue another type, or with null takes it off. A change is told as the loss of one and the gain of the other. */
export function setType(world: World, actor: Actor, issue: Issue, type: IssueType | null): void {
  assertTakesIssues(issue.repository);
  const former = issue.type;
  if (former === type) return;
  issue.type = type;
  if (former && type) {
    record(world, actor, issue, { kind: 'IssueTypeChangedEvent', issueType: type, prevIssueType: former });
  } else if (type) record(world, actor, issue, { kind: 'IssueTypeAddedEvent', issueType: type });
  else if (former) record(world, actor, issue, { kind: 'IssueTypeRemovedEvent', issueType: former });
  const tell = (action: 'typed' | 'untyped', which: IssueType) =>
    announce(world, actor, issue.repository, 'issues', action, () => ({
      issue: issueShape(world, issue),
      type: issueTypeShape(which),
    }));
  if (former) tell('untyped', former);
  if (type) tell('typed', type);
}

function checkName(organization: Account, name: string, known?: IssueType): void {
  if (name.trim() === '') throw refused("Name can't be blank");
  const taken = findIssueType(organization, name);
  if (taken && taken !== known) throw refused('Name has already been taken');
}

function refused(reason: string): Refusal {
  return new Refusal(422, 'Validation Failed', { reasons: [reason] });
}
