import { z } from 'zod';
import { createDraw } from '../faults/occurrence.ts';
import type { Delivery } from './delivery.ts';

const disturbance = z.discriminatedUnion('kind', [
  /** It leaves when the emulated clock has moved on so far. */
  z.strictObject({ kind: z.literal('delayed'), ms: z.int().min(1) }),
  /** So many later deliveries overtake it; it leaves without them when nothing else is on its way. */
  z.strictObject({ kind: z.literal('overtaken'), by: z.int().min(1).default(1) }),
  /** It arrives twice, under the same GUID. */
  z.strictObject({ kind: z.literal('doubled') }),
  /** It never arrives; the log says that the receiver could not be reached. */
  z.strictObject({ kind: z.literal('lost') }),
]);

/** Which deliveries go wrong, and how; all of them where neither event nor action is named. */
export const disturbanceRule = z.strictObject({
  event: z.string().optional(),
  action: z.string().optional(),
  nth: z.int().min(1).optional(),
  times: z.int().min(1).optional(),
  probability: z.number().min(0).max(1).optional(),
  seed: z.union([z.string(), z.number()]).optional(),
  disturbance,
});

export type DisturbanceRule = z.input<typeof disturbanceRule>;
type Disturbance = z.output<typeof disturbance>;

export interface Disturbances {
  /** Where several rules fit a delivery, the one added first decides. @throws ZodError for what is no rule. */
  disturb(rule: DisturbanceRule): void;
  /** Lets all go well that is made from now on. */
  clear(): void;
  rules(): DisturbanceRule[];
  choose(delivery: Delivery): Disturbance | null;
}

export function createDisturbances(): Disturbances {
  const entries: { rule: DisturbanceRule; disturbance: Disturbance; draw: () => boolean }[] = [];
  return {
    disturb(rule) {
      const { disturbance, ...occurrence } = disturbanceRule.parse(rule);
      entries.push({ rule, disturbance, draw: createDraw(occurrence) });
    },
    clear: () => void entries.splice(0),
    rules: () => entries.map(({ rule }) => rule),
    choose(delivery) {
      const happening = entries.filter(({ rule, draw }) => fits(rule, delivery) && draw());
      return happening[0]?.disturbance ?? null;
    },
  };
}

function fits({ event, action }: DisturbanceRule, delivery: Delivery): boolean {
  return (event === undefined || event === delivery.event) && (action === undefined || action === delivery.action);
}
