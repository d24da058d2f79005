/** Where something here knowingly does otherwise than at GitHub. */
export interface Difference {
  /** Parameters and fields of the body that GitHub describes and that are taken without any effect. */
  passesOver?: readonly string[];
  /** Everything else, as sentences. */
  otherwise?: string;
}

const issueFields = 'issue_field_values';
/** What GitHub lets be said of a repository, new or not, and has no effect here. */
const settings = [
  'homepage',
  'has_projects',
  'has_wiki',
  'is_template',
  'allow_squash_merge',
  'allow_merge_commit',
  'allow_rebase_merge',
  'allow_auto_merge',
  'delete_branch_on_merge',
  'use_squash_pr_title_as_default',
  'squash_merge_commit_title',
  'squash_merge_commit_message',
  'merge_commit_title',
  'merge_commit_message',
];
const laterSettings = [
  'security_and_analysis',
  'has_pull_requests',
  'pull_request_creation_policy',
  'allow_update_branch',
  'allow_forking',
  'web_commit_signoff_required',
];
const nobodyInvited = 'Nobody is invited: it holds at once, as on a GitHub Enterprise Server.';
const noPatch = 'It comes as JSON and as a diff, not as a patch.';

/**
 * The differences of single operations, which are named as in `contract/openapi.json`. What holds for many of them
 * stands in the README, which has a table made from this.
 */
export const operationDifferences: Record<string, Difference> = {
  'GET /app/hook/deliveries': { otherwise: 'The log keeps all. Who could not be reached has the status code 502.' },
  'PATCH /app/hook/config': { otherwise: 'Nothing is sent to an `https` address whose certificate is not trusted.' },
  'DELETE /installation/token': { otherwise: 'GitHub does not document how it refuses another kind of token.' },
  'GET /app/installations': { passesOver: ['since', 'outdated'] },
  'GET /orgs/{org}/members': { passesOver: ['filter'] },
  'GET /orgs/{org}/teams': { passesOver: ['team_type'] },
  'PATCH /repos/{owner}/{repo}': {
    passesOver: [...settings, ...laterSettings],
    otherwise: 'The name that a repository had leads nowhere afterwards.',
  },
  'POST /orgs/{org}/repos': {
    passesOver: [...settings, 'has_downloads', 'gitignore_template', 'license_template', 'custom_properties'],
  },
  'PUT /repos/{owner}/{repo}/collaborators/{username}': { otherwise: nobodyInvited },
  'PUT /orgs/{org}/memberships/{username}': { otherwise: nobodyInvited },
  'PUT /orgs/{org}/teams/{team_slug}/memberships/{username}': { otherwise: nobodyInvited },
  'GET /repos/{owner}/{repo}/branches': { passesOver: ['protected'], otherwise: 'No branch is protected.' },
  'GET /repos/{owner}/{repo}/commits': { passesOver: ['author', 'committer', 'since', 'until'] },
  'GET /repos/{owner}/{repo}/commits/{ref}': {
    otherwise: `${noPatch} A file that was renamed is one removed and one added.`,
  },
  'GET /repos/{owner}/{repo}/compare/{basehead}': { otherwise: noPatch },
  'PUT /repos/{owner}/{repo}/contents/{path}': { passesOver: ['committer', 'author'] },
  'DELETE /repos/{owner}/{repo}/contents/{path}': { passesOver: ['committer', 'author'] },
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': { otherwise: 'No tree is truncated.' },
  'GET /repos/{owner}/{repo}/issues': { passesOver: [issueFields] },
  'POST /repos/{owner}/{repo}/issues': { passesOver: [issueFields] },
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}': { passesOver: [issueFields] },
  'GET /repos/{owner}/{repo}/issues/{issue_number}/timeline': { passesOver: ['exclude'] },
  'DELETE /repos/{owner}/{repo}/labels/{name}': { otherwise: 'No event is left on the issues that had the label.' },
  'DELETE /repos/{owner}/{repo}/milestones/{milestone_number}': {
    otherwise: 'No event is left on the issues that were in the milestone.',
  },
  'DELETE /orgs/{org}/issue-types/{issue_type_id}': {
    otherwise: 'No event is left on the issues that had the type.',
  },
  'POST /repos/{owner}/{repo}/pulls': { passesOver: ['maintainer_can_modify', 'issue'] },
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': { passesOver: ['maintainer_can_modify'] },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': { otherwise: noPatch },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': {
    otherwise: 'A file that was renamed is one removed and one added.',
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': {
    otherwise: 'Comments stay on their line when the branch moves on.',
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments': {
    passesOver: ['subject_type'],
    otherwise: 'A comment is about lines, not about a whole file, and stays there when the branch moves on.',
  },
  'GET /search/issues': {
    passesOver: ['advanced_search', 'search_type'],
    otherwise:
      'Each result has a score of 1: there is no best match, the newest comes first. A search by a fine-grained token need not say `is:issue` or `is:pull-request`.',
  },
};

/** The differences of fields at the top of a query or a mutation: `Query.search`. */
export const fieldDifferences: Record<string, Difference> = {
  'Query.rateLimit': { otherwise: 'The cost is counted as GitHub’s docs say; GitHub is at times more lenient.' },
  'Query.search': { otherwise: 'Only issues and pull requests, by the qualifiers that people use of them.' },
  'Query.node': {
    otherwise:
      'GitHub documents permissions by REST operation only; here each type takes the permission of its operations.',
  },
  'Mutation.addProjectV2ItemById': { otherwise: 'An item is an issue or a pull request, no draft.' },
  'Mutation.transferIssue': {
    otherwise: 'GitHub documents neither its words of refusal, nor whether comments keep their ids (here: new ones).',
  },
};
