import { organizationShape, userShape } from '../shapes/account.ts';
import { eventRepositoryShape } from '../shapes/webhook.ts';
import { covers, findInstallation } from '../state/look-up.ts';
import type { Announcement, World } from '../world.ts';
import type { Delivery } from './delivery.ts';
import { createDisturbances, type DisturbanceRule } from './disturb.ts';
import { post, type WebhookTarget } from './post.ts';
import { createQueue } from './queue.ts';

/** Sends webhooks in order, one at a time, never again by itself. */
export interface Webhooks {
  deliveries: Delivery[];
  announce(announcement: Announcement): void;
  /** Sends an event whose payload is whole already, such as `installation`. */
  send(event: string, payload: Record<string, unknown>): void;
  /** @throws RangeError when nothing was delivered under the GUID. */
  redeliver(guid: string): Promise<Delivery>;
  /** Puts a delivery on its way once more, with the same GUID and an id of its own. */
  repeat(delivery: Delivery): Delivery;
  /** Lets go what waits for the answer to the request that caused it, and what was delayed until now. */
  release(): void;
  settled(): Promise<void>;
  close(): void;
  disturbances: WebhookDisturbances;
}

/** How deliveries are made to go wrong. */
export interface WebhookDisturbances {
  /** Where several rules fit a delivery, the one added first decides. @throws ZodError for what is no rule. */
  disturb(rule: DisturbanceRule): void;
  /** Lets all go well that is made from now on. */
  clear(): void;
  rules(): DisturbanceRule[];
  /** Sends all that is held back. */
  flush(): void;
}

/**
 * Source: GitHub docs, Webhooks: delivery headers, validating deliveries, handling failed deliveries.
 *
 * @param made what was delivered before, where this GitHub goes on from a snapshot.
 */
export function createWebhooks(world: World, target: WebhookTarget, made: Delivery[] = []): Webhooks {
  const deliveries = [...made];
  const stop = new AbortController();
  const disturbances = createDisturbances();
  let sending = Promise.resolve();

  const log = (event: string, payload: Record<string, unknown>, guid?: string) => {
    world.hold.webhook(event, payload);
    const delivery: Delivery = {
      id: world.state.ids.next('HookDelivery').id,
      guid: guid ?? world.state.ids.nextGuid(),
      event,
      action: typeof payload.action === 'string' ? payload.action : null,
      payload,
      redelivery: false,
      deliveredAt: world.now(),
      status: null,
      seconds: 0,
      request: {},
      response: null,
    };
    deliveries.push(delivery);
    return delivery;
  };
  const queue = createQueue(disturbances, {
    now: () => Date.parse(world.now()),
    send(delivery, { isLost }) {
      sending = sending.then(async () => {
        delivery.deliveredAt = world.now();
        Object.assign(delivery, await post(delivery, isLost ? { ...target, url: null } : target, stop.signal));
      });
    },
    duplicate: ({ event, payload, guid }) => log(event, payload, guid),
    later: (milliseconds) => void setTimeout(() => queue.release({ isLast: false }), milliseconds).unref(),
  });
  const repeat = ({ event, payload, guid }: Delivery) => {
    const again = Object.assign(log(event, payload, guid), { redelivery: true });
    queue.add(again);
    return again;
  };
  const settled = async () => {
    queue.release({ isLast: true });
    const last = sending;
    await last;
    if (sending !== last || queue.waiting > 0) await settled();
  };
  return {
    deliveries,
    announce(announcement) {
      const payload = payloadOf(world, announcement);
      if (payload) queue.add(log(announcement.event, payload));
    },
    send(event, payload) {
      if (target.url !== null) queue.add(log(event, payload));
    },
    async redeliver(guid) {
      const known = deliveries.find((delivery) => delivery.guid === guid);
      if (!known) throw new RangeError(`nothing was delivered as ${guid}`);
      const again = repeat(known);
      await settled();
      return again;
    },
    repeat,
    release: () => queue.release({ isLast: false }),
    settled,
    close: () => stop.abort(),
    disturbances: {
      disturb: disturbances.disturb,
      clear: disturbances.clear,
      rules: disturbances.rules,
      flush: queue.flush,
    },
  };
}

/** @returns the whole payload; null where the app is not installed or suspended, so that nobody is told. */
function payloadOf(
  world: World,
  { event, action, owner, repository, sender, content }: Announcement,
): Record<string, unknown> | null {
  const installation = findInstallation(world.state, owner);
  if (!installation || installation.suspendedAt !== null) return null;
  if (repository && !covers(installation, repository)) return null;
  return {
    ...(action === null ? {} : { action }),
    ...content,
    ...(repository
      ? { repository: { ...eventRepositoryShape(world, repository, event), ...objectIn(content.repository) } }
      : {}),
    ...(owner.kind === 'Organization' ? { organization: organizationShape(world, owner) } : {}),
    sender: userShape(world, sender),
    installation: { id: installation.id, node_id: installation.nodeId },
  };
}

const objectIn = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
