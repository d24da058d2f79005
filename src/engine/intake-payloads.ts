import { z } from 'zod';

/**
 * The few fields of GitHub's payloads that are read, and nothing else: whatever else a payload holds is not looked at.
 * Source: GitHub docs, Webhook events and payloads.
 */
const name = z.string().regex(/^(?!\.+$)[\w.-]{1,100}$/);
const number = z.int().positive();
const repository = z.object({
  name,
  owner: z.object({ login: name }),
  default_branch: z.string().max(1000).optional(),
});
const issue = z.object({ number, pull_request: z.unknown().optional() });
const nodeId = z
  .string()
  .regex(/^[\w=-]{1,200}$/)
  .optional()
  .catch(undefined);
const moment = z.iso.datetime().optional().catch(undefined);
const body = z.string().nullish();
const sender = z
  .object({ login: z.string().max(100), type: z.string() })
  .optional()
  .catch(undefined);
const subIssues = z.object({ total: z.number() }).optional().catch(undefined);
const action = z.string().max(100);
const changed = z.unknown().optional();
/** A repository as events of an installation name it. */
const named = z.object({ full_name: z.templateLiteral([name, '/', name]) });
/** Git's id of a commit, of either length. */
const sha = z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);

export const payloads = {
  issues: z.object({
    action,
    issue: issue.extend({
      node_id: nodeId,
      created_at: moment,
      body,
      sub_issues_summary: subIssues,
      milestone: changed,
    }),
    changes: z.object({ old_issue: changed }).optional().catch(undefined),
    repository,
    sender,
  }),
  issue_comment: z.object({
    action,
    issue,
    repository,
    sender,
    comment: z
      .object({
        id: number.optional().catch(undefined),
        node_id: nodeId,
        updated_at: moment,
        body,
        user: z.object({ type: z.string() }).nullish(),
      })
      .optional(),
    changes: z.object({ body: z.object({ from: z.string() }).optional().catch(undefined) }).optional(),
  }),
  label: z.object({
    action,
    label: z.object({ name: z.string().max(200) }),
    changes: z.object({ name: changed }).optional(),
    repository,
  }),
  milestone: z.object({
    action,
    milestone: z.object({ title: z.string().max(1000) }),
    changes: z.object({ title: changed }).optional(),
    repository,
  }),
  sub_issues: z.object({
    action,
    sub_issue: issue,
    sub_issue_repo: repository.optional(),
    repository: repository.optional(),
  }),
  installation: z.object({ action, repositories: z.array(named).optional() }),
  installation_repositories: z.object({ action, repositories_added: z.array(named).default([]) }),
  pull_request: z.object({
    action,
    number,
    pull_request: z.object({ node_id: nodeId, created_at: moment, body }).default({}),
    repository,
    sender,
  }),
  check_run: z.object({
    action,
    check_run: z.object({ pull_requests: z.array(z.object({ number })).default([]) }),
    repository,
  }),
  push: z.object({
    ref: z.string().max(1000),
    deleted: z.boolean().optional(),
    forced: z.boolean().optional(),
    before: sha.optional(),
    after: sha.optional(),
    commits: z.array(
      z.object({
        added: z.array(z.string()).optional(),
        modified: z.array(z.string()).optional(),
        removed: z.array(z.string()).optional(),
      }),
    ),
    repository,
  }),
};

/** Whoever caused the delivery, and what of. */
export const causeOf = z.object({
  action: action.optional().catch(undefined),
  sender: z
    .object({ login: z.string().max(100) })
    .optional()
    .catch(undefined),
});

export const installationOf = z.object({ installation: z.object({ id: number }) });

export type EventName = keyof typeof payloads;
export type Payload<Name extends EventName> = z.output<(typeof payloads)[Name]>;
export type PayloadRepository = z.output<typeof repository>;
