import type { DeliveryAttempt, DeliveryLog } from '../../model/upkeep-ports.ts';
import { type Client, changeRest, fetchByCursor } from './client.ts';

/** Source: GitHub docs, REST API, Webhooks for a GitHub App. Ids of new deliveries are larger than a double is exact for. */
interface DeliveryAnswer {
  id: number | bigint;
  guid: string;
  delivered_at: string;
  event: string;
  status_code: number;
}

/**
 * GitHub's log of deliveries, for a client that is signed in as the App itself. A GitHub that can leave out what was taken
 * does so.
 */
export function deliveryLogOf(client: Client): DeliveryLog {
  return {
    async *attemptsSince(moment) {
      const parameters = { status: 'failure' };
      for await (const page of fetchByCursor<DeliveryAnswer>(client, 'GET /app/hook/deliveries', parameters)) {
        const attempts = page.map(attemptOf);
        const since = attempts.filter(({ at }) => Date.parse(at) >= Date.parse(moment));
        yield since;
        if (since.length < attempts.length) return;
      }
    },
    async redeliver(id) {
      await changeRest(client, 'POST /app/hook/deliveries/{delivery_id}/attempts', { delivery_id: id });
    },
  };
}

function attemptOf({ id, guid, delivered_at: at, event, status_code: status }: DeliveryAnswer): DeliveryAttempt {
  return { id: String(id), guid, event, at, isTaken: status >= 200 && status < 300 };
}
