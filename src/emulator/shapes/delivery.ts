import type { Delivery } from '../webhooks/delivery.ts';

/** Source: GitHub docs, REST API, Webhooks for a GitHub App. */
export function deliveryShape(delivery: Delivery): Record<string, unknown> {
  const { id, guid, event, action, payload, status, redelivery, deliveredAt, seconds } = delivery;
  return {
    id,
    guid,
    delivered_at: deliveredAt,
    redelivery,
    duration: seconds,
    status: wordFor(status),
    // GitHub has no answer's status where there was no answer: it gives that of a gateway.
    status_code: status || 502,
    event,
    action,
    installation_id: idOf(payload.installation),
    repository_id: idOf(payload.repository),
    throttled_at: null,
  };
}

export function fullDeliveryShape(delivery: Delivery, url: string): Record<string, unknown> {
  const { request, payload, response } = delivery;
  return {
    ...deliveryShape(delivery),
    url,
    request: { headers: request, payload },
    response: { headers: response?.headers ?? null, payload: response?.body ?? null },
  };
}

/** Whether the receiver took it; null while nobody knows. */
export function isDelivered({ status }: Delivery): boolean | null {
  return status === null ? null : status >= 200 && status < 300;
}

function wordFor(status: number | null): string {
  if (status === null) return 'pending';
  if (status === 0) return 'failed to connect to host';
  return status >= 200 && status < 300 ? 'OK' : `Invalid HTTP Response: ${status}`;
}

function idOf(value: unknown): number | null {
  const { id } = (value ?? {}) as { id?: unknown };
  return typeof id === 'number' ? id : null;
}
