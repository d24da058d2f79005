/**
 * What the App must be allowed to do and must be told of; `app.yml` asks for the same when the App is registered.
 * Source: GitHub docs, Permissions required for GitHub Apps; Webhook events and payloads.
 */
export const neededPermissions: Record<string, 'read' | 'write'> = {
  issues: 'write',
  contents: 'read',
  metadata: 'read',
  pull_requests: 'write',
  checks: 'write',
  members: 'read',
};

export const neededEvents = [
  'issues',
  'issue_comment',
  'label',
  'milestone',
  'sub_issues',
  'push',
  'pull_request',
  'check_run',
];
