import type { WebhookTarget } from '../webhooks/post.ts';
import type { World } from '../world.ts';
import { appEvents } from './account.ts';
import { apiAddress } from './addresses.ts';

/** The one hook that there is. */
export const hookId = 1;

/** A `webhook-config`, which never shows the secret; source: GitHub docs, REST API, Webhooks for a GitHub App. */
export function hookConfigShape({ url, contentType, insecureSsl }: WebhookTarget) {
  return { ...(url === null ? {} : { url }), content_type: contentType, secret: '********', insecure_ssl: insecureSsl };
}

/** The hook as a ping tells of it; source: GitHub docs, Webhook events and payloads, ping. */
export function hookShape(world: World) {
  const { app } = world.state;
  return {
    type: 'App',
    id: hookId,
    name: 'web',
    active: true,
    events: appEvents,
    config: hookConfigShape(world.hook().target),
    updated_at: app.createdAt,
    created_at: app.createdAt,
    app_id: app.id,
    deliveries_url: apiAddress(world, '/app/hook/deliveries'),
  };
}
