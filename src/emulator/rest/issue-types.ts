import { isGranted } from '../access.ts';
import { createIssueType, deleteIssueType, editIssueType, type IssueTypeText } from '../changes/issue-types.ts';
import { actorOf, type Call, noContent, ok, type Routes } from '../http/call.ts';
import { hasRole } from '../permissions/lack.ts';
import { invalid, notFound, unprocessable } from '../refusal.ts';
import { issueTypeShape } from '../shapes/issue.ts';
import { issueTypeColors } from '../state/account.ts';
import type { Account, IssueType, Repository } from '../state/entities.ts';
import { findIssueType } from '../state/look-up.ts';
import type { Actor } from '../world.ts';
import { organizationOf } from './organization-targets.ts';

/** Source: GitHub docs, REST API, Organization issue types. */
export const issueTypeRoutes: Routes = {
  'GET /orgs/{org}/issue-types': (call) => {
    const organization = organizationOf(call);
    if (!isGranted(actorOf(call).token, 'read:org')) throw notFound();
    return ok([...organization.issueTypes.values()].map(issueTypeShape));
  },
  'POST /orgs/{org}/issue-types': (call) =>
    ok(issueTypeShape(createIssueType(call.world, administered(call), textOf(call)))),
  'PUT /orgs/{org}/issue-types/{issue_type_id}': (call) => {
    const type = typeIn(administered(call), call);
    editIssueType(call.world, type, textOf(call));
    return ok(issueTypeShape(type));
  },
  'DELETE /orgs/{org}/issue-types/{issue_type_id}': (call) => {
    deleteIssueType(call.world, typeIn(administered(call), call));
    return noContent;
  },
};

/**
 * The type that a body names for an issue; undefined where it does not speak of it, and where the caller may not set
 * one: GitHub drops it in silence then.
 *
 * @throws Refusal 422 for a name that no enabled type of the owner has.
 */
export function typeAsked(call: Call, repository: Repository, actor: Actor): IssueType | null | undefined {
  const given = call.body.type;
  const value = (given as { value?: unknown } | null | undefined)?.value ?? given;
  if (value === undefined || !hasRole(actor, repository, 'write')) return undefined;
  if (value === null || value === '') return null;
  const type = typeof value === 'string' ? findIssueType(repository.owner, value) : undefined;
  if (!type?.isEnabled) throw invalid({ resource: 'Issue', field: 'type', code: 'invalid', value });
  return type;
}

/** Owners alone change the types; to everyone else GitHub says that there is nothing. */
function administered(call: Call): Account {
  const organization = organizationOf(call);
  const { account, token } = actorOf(call);
  if (!organization.admins.has(account.login.toLowerCase()) || !isGranted(token, 'admin:org')) throw notFound();
  return organization;
}

function typeIn(organization: Account, call: Call): IssueType {
  const type = organization.issueTypes.get(Number(call.params.issue_type_id));
  if (!type) throw notFound();
  return type;
}

function textOf({ body }: Call): IssueTypeText {
  const { name, is_enabled: isEnabled, description, color } = body;
  if (typeof name !== 'string') throw malformed('name', 'a string');
  if (typeof isEnabled !== 'boolean') throw malformed('is_enabled', 'a boolean');
  if (description !== undefined && description !== null && typeof description !== 'string') {
    throw malformed('description', 'a string');
  }
  const known = issueTypeColors.find((each) => each === color);
  if (color !== undefined && color !== null && !known) throw malformed('color', `one of ${issueTypeColors.join(', ')}`);
  return { name, isEnabled, description, color: color === undefined ? undefined : (known ?? null) };
}

function malformed(field: string, wanted: string) {
  return unprocessable(`Invalid request.\n\n"${field}" is not ${wanted}.`);
}
