import { isGranted } from '../access.ts';
import { createIssueType, deleteIssueType, editIssueType, setType } from '../changes/issue-types.ts';
import { unprocessable } from '../refusal.ts';
import { type IssueTypeColor, issueTypeColors } from '../state/account.ts';
import type { Account, Issue, IssueType } from '../state/entities.ts';
import { lacksRole, target } from './mutation-targets.ts';
import type { Context, Mutate } from './resolvers.ts';

export const issueTypeMutations: Record<string, Mutate> = {
  createIssueType(input, context) {
    const organization = target(context, input.ownerId, 'Organization');
    assertAdministers(context, organization);
    const { name, description, isEnabled } = input;
    const text = { name, description, isEnabled, color: colorOf(input.color) };
    return { issueType: createIssueType(context.world, organization, text) };
  },
  updateIssueType(input, context) {
    const issueType = target(context, input.issueTypeId, 'IssueType');
    assertAdministers(context, issueType.organization);
    const { name, description, isEnabled } = input;
    editIssueType(context.world, issueType, {
      name: name ?? undefined,
      description,
      isEnabled: isEnabled ?? undefined,
      color: colorOf(input.color),
    });
    return { issueType };
  },
  deleteIssueType(input, context) {
    const type = target(context, input.issueTypeId, 'IssueType');
    assertAdministers(context, type.organization);
    deleteIssueType(context.world, type);
    return { deletedIssueTypeId: type.nodeId };
  },
  updateIssueIssueType(input, context) {
    const issue = target(context, input.issueId, 'Issue');
    setType(context.world, context.actor, issue, typeNamed(context, issue, input.issueTypeId) ?? null);
    return { issue };
  },
};

/**
 * The type of an id for an issue of that owner; undefined where none is spoken of, null where it is to be taken off.
 *
 * @throws Refusal 422 for a type of another owner and one that is not enabled.
 */
export function typeNamed(
  context: Context,
  { repository }: Pick<Issue, 'repository'>,
  id: string | null | undefined,
): IssueType | null | undefined {
  if (id === undefined || id === null) return id;
  const type = target(context, id, 'IssueType');
  if (type.organization !== repository.owner || !type.isEnabled) {
    throw unprocessable(`Issue type ${type.name} is not available in ${repository.owner.login}/${repository.name}`);
  }
  return type;
}

function assertAdministers(context: Context, organization: Account): void {
  const { account, token } = context.actor;
  const isOwner = organization.admins.has(account.login.toLowerCase()) && isGranted(token, 'admin:org');
  if (!isOwner) throw lacksRole(context);
}

function colorOf(name: string | null | undefined): IssueTypeColor | undefined {
  return issueTypeColors.find((color) => color === name?.toLowerCase());
}
