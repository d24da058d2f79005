import type { Outcome } from './post.ts';

/** One webhook that was sent, or was tried to. */
export interface Delivery extends Outcome {
  id: number;
  guid: string;
  event: string;
  action: string | null;
  payload: Record<string, unknown>;
  redelivery: boolean;
  deliveredAt: string;
}
