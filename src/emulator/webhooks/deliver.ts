import { createHmac } from 'node:crypto';
import { organizationShape, userShape } from '../shapes/account.ts';
import { repositoryShape } from '../shapes/repository.ts';
import { findInstallation } from '../state/look-up.ts';
import type { Announcement, World } from '../world.ts';

/** One webhook that was sent, or was tried to. */
export interface Delivery {
  guid: string;
  event: string;
  action: string | null;
  payload: Record<string, unknown>;
  /** What the receiver answered; null while on its way, 0 when it could not be reached. */
  status: number | null;
  redelivery: boolean;
}

export interface WebhookTarget {
  url: string | null;
  secret: string;
}

/** Sends webhooks in order, one at a time, never again by itself. */
export interface Webhooks {
  deliveries: Delivery[];
  announce(announcement: Announcement): void;
  /** Sends an event that no change causes, such as `installation`. */
  send(event: string, payload: Record<string, unknown>): void;
  /** @throws RangeError when nothing was delivered under the GUID. */
  redeliver(guid: string): Promise<Delivery>;
  /** Lets go what waits for the answer to the request that caused it. */
  release(): void;
  settled(): Promise<void>;
  close(): void;
}

const patience = 10_000;

/** Source: GitHub docs, Webhooks: delivery headers, validating deliveries, handling failed deliveries. */
export function createWebhooks(world: World, target: WebhookTarget): Webhooks {
  const deliveries: Delivery[] = [];
  const waiting: Delivery[] = [];
  const stop = new AbortController();
  let sending = Promise.resolve();

  const enqueue = (event: string, payload: Record<string, unknown>, guid?: string) => {
    const action = typeof payload.action === 'string' ? payload.action : null;
    const redelivery = guid !== undefined;
    const delivery: Delivery = {
      guid: guid ?? world.state.ids.nextGuid(),
      event,
      action,
      payload,
      status: null,
      redelivery,
    };
    deliveries.push(delivery);
    waiting.push(delivery);
    return delivery;
  };
  const release = () => {
    for (const delivery of waiting.splice(0)) {
      sending = sending.then(async () => {
        delivery.status = target.url === null ? 0 : await post(delivery, target.url, target.secret, stop.signal);
      });
    }
  };
  const settled = async () => {
    release();
    const last = sending;
    await last;
    if (sending !== last || waiting.length > 0) await settled();
  };
  return {
    deliveries,
    announce(announcement) {
      const payload = payloadOf(world, announcement);
      if (payload) enqueue(announcement.event, payload);
    },
    send(event, payload) {
      if (target.url !== null) enqueue(event, payload);
    },
    async redeliver(guid) {
      const known = deliveries.find((delivery) => delivery.guid === guid);
      if (!known) throw new RangeError(`nothing was delivered as ${guid}`);
      const again = enqueue(known.event, known.payload, guid);
      await settled();
      return again;
    },
    release,
    settled,
    close: () => stop.abort(),
  };
}

/** @returns the whole payload; null where the app is not installed, so that nobody is told. */
function payloadOf(
  world: World,
  { action, repository, sender, content }: Announcement,
): Record<string, unknown> | null {
  const { owner } = repository;
  const installation = findInstallation(world.state, owner);
  if (!installation) return null;
  return {
    ...(action === null ? {} : { action }),
    ...content,
    repository: repositoryShape(world, repository),
    ...(owner.kind === 'Organization' ? { organization: organizationShape(world, owner) } : {}),
    sender: userShape(world, sender),
    installation: { id: installation.id, node_id: installation.nodeId },
  };
}

async function post(delivery: Delivery, url: string, secret: string, closed: AbortSignal): Promise<number> {
  const body = JSON.stringify(delivery.payload);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/emulated',
    'x-github-delivery': delivery.guid,
    'x-github-event': delivery.event,
    'x-github-hook-id': '1',
    'x-github-hook-installation-target-type': 'integration',
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
  try {
    const signal = AbortSignal.any([closed, AbortSignal.timeout(patience)]);
    const response = await fetch(url, { method: 'POST', headers, body, signal });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
