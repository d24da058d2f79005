import { type DocumentNode, type GraphQLSchema, getLocation, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { isGranted } from '../access.ts';
import type { Token } from '../state/state.ts';

/** Scopes that fields ask for, by type and field. */
const needed: Record<string, string> = {
  'Organization.membersWithRole': 'read:org',
  'Organization.team': 'read:org',
  'Organization.teams': 'read:org',
  'Organization.projectV2': 'read:project',
  'Organization.projectsV2': 'read:project',
  'User.projectV2': 'read:project',
  'User.projectsV2': 'read:project',
  'Repository.projectsV2': 'read:project',
  'Issue.projectItems': 'read:project',
  'PullRequest.projectItems': 'read:project',
  'Mutation.addProjectV2ItemById': 'project',
  'Mutation.deleteProjectV2Item': 'project',
  'Mutation.updateProjectV2ItemFieldValue': 'project',
  'Mutation.clearProjectV2ItemFieldValue': 'project',
};

/**
 * @returns an error for each field that a classic token may not ask for. GitHub looks at the document before it does
 * anything: with one such field nothing is answered, and the errors have no path.
 */
export function scopeErrors(schema: GraphQLSchema, document: DocumentNode, token: Token | null) {
  const errors: { type: string; locations: object[]; message: string }[] = [];
  if (token?.kind !== 'user' || token.scopes === null) return errors;
  const granted = token.scopes;
  const types = new TypeInfo(schema);
  const Field = (node: {
    name: { value: string };
    loc?: { start: number; source: Parameters<typeof getLocation>[0] };
  }) => {
    const field = node.name.value;
    const scope = needed[`${types.getParentType()?.name}.${field}`];
    if (scope === undefined || isGranted(token, scope)) return;
    const locations = node.loc ? [getLocation(node.loc.source, node.loc.start)] : [];
    errors.push({ type: 'INSUFFICIENT_SCOPES', locations, message: messageOf(field, scope, granted) });
  };
  visit(document, visitWithTypeInfo(types, { Field }));
  return errors;
}

function messageOf(field: string, scope: string, granted: string[]): string {
  const has = granted.map((each) => `'${each}'`).join(', ');
  return `Your token has not been granted the required scopes to execute this query. The '${field}' field requires one of the following scopes: ['${scope}'], but your token has only been granted the: [${has}] scopes. Please modify your token's scopes at: https://github.com/settings/tokens.`;
}
