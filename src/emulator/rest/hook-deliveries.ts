import { type Answer, type Call, ok, type Routes } from '../http/call.ts';
import { notFound, Refusal } from '../refusal.ts';
import { deliveryShape, fullDeliveryShape, isDelivered } from '../shapes/delivery.ts';
import type { Delivery } from '../webhooks/delivery.ts';
import { assertApp } from './apps.ts';

const defaultSize = 30;
const largestSize = 100;

/** Source: GitHub docs, REST API, Webhooks for a GitHub App. */
export const hookDeliveryRoutes: Routes = {
  'GET /app/hook/deliveries': (call) => {
    assertApp(call);
    return pageFrom(call, newestFirst(call));
  },
  'GET /app/hook/deliveries/{delivery_id}': (call) => {
    assertApp(call);
    return ok(fullDeliveryShape(deliveryOf(call), call.world.hook().target.url ?? ''));
  },
  'POST /app/hook/deliveries/{delivery_id}/attempts': (call) => {
    assertApp(call);
    call.world.hook().repeat(deliveryOf(call));
    return { status: 202, body: {} };
  },
};

/** What is still on its way is not in the log. */
function newestFirst(call: Call): Delivery[] {
  const status = call.query.get('status');
  if (status !== null && status !== 'success' && status !== 'failure') {
    throw new Refusal(422, 'Validation Failed', { reasons: ['status must be success or failure'] });
  }
  return call.world
    .hook()
    .deliveries.filter((each) => each.status !== null)
    .filter((each) => status === null || isDelivered(each) === (status === 'success'))
    .reverse();
}

/** Pages of this list are found by where the one before ended; source: GitHub docs, the `cursor` of this list. */
function pageFrom(call: Call, all: Delivery[]): Answer {
  const asked = Number(call.query.get('per_page') ?? defaultSize);
  const size = Number.isInteger(asked) && asked > 0 ? Math.min(asked, largestSize) : defaultSize;
  const cursor = call.query.get('cursor');
  const after = cursor === null ? Number.POSITIVE_INFINITY : readCursor(cursor);
  const rest = all.filter(({ id }) => id < after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const answer = ok(page.map(deliveryShape));
  if (!last || rest.length <= size) return answer;
  const query = new URLSearchParams(call.query);
  query.set('cursor', `v1_${last.id}`);
  return { ...answer, headers: { link: `<${call.world.url}${call.path}?${query}>; rel="next"` } };
}

function readCursor(cursor: string): number {
  const id = Number(/^v1_(\d+)$/.exec(cursor)?.[1]);
  if (Number.isNaN(id)) throw new Refusal(400, 'Invalid cursor');
  return id;
}

function deliveryOf(call: Call): Delivery {
  const delivery = call.world.hook().deliveries.find(({ id }) => id === Number(call.params.delivery_id));
  if (!delivery) throw notFound();
  return delivery;
}
