import type { Delivery } from './delivery.ts';
import type { Disturbances } from './disturb.ts';

/** What is still to be sent, in the order in which it will be, with what is held back. */
export interface DeliveryQueue {
  add(delivery: Delivery): void;
  /** Sends what may go. What is overtaken waits for others unless these are the last. */
  release(options: { isLast: boolean }): void;
  /** How many wait for the end of a request or for others; those that wait for the clock not among them. */
  readonly waiting: number;
  /** Sends all that is held back, in the order in which it was made. */
  flush(): void;
}

interface Held {
  delivery: Delivery;
  /** How many are still to overtake it. */
  by: number;
}

interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** Hands over to the one who sends, one after the other; what is lost is not to arrive. */
  send(delivery: Delivery, options: { isLost: boolean }): void;
  /** Makes the second of two that arrive for one. */
  duplicate(delivery: Delivery): Delivery;
  /** Asks for a look at what has become due, after so many milliseconds of the system's clock. */
  later(milliseconds: number): void;
}

export function createQueue(disturbances: Disturbances, { now, send, duplicate, later }: Surroundings): DeliveryQueue {
  const fresh: Delivery[] = [];
  const overtaken: Held[] = [];
  const late: { delivery: Delivery; due: number }[] = [];

  const go = (delivery: Delivery, options = { isLost: false }) => {
    send(delivery, options);
    for (const held of overtaken) held.by -= 1;
    const ready = overtaken.findIndex(({ by }) => by <= 0);
    const [next] = ready === -1 ? [] : overtaken.splice(ready, 1);
    if (next) go(next.delivery);
  };
  const route = (delivery: Delivery) => {
    const disturbance = delivery.redelivery ? null : disturbances.choose(delivery);
    if (disturbance?.kind === 'delayed') {
      late.push({ delivery, due: now() + disturbance.ms });
      later(disturbance.ms);
    } else if (disturbance?.kind === 'overtaken') {
      overtaken.push({ delivery, by: disturbance.by });
    } else {
      go(delivery, { isLost: disturbance?.kind === 'lost' });
      if (disturbance?.kind === 'doubled') go(duplicate(delivery));
    }
  };
  const releaseDue = () => {
    const due = late.filter((each) => each.due <= now()).sort((a, b) => a.due - b.due);
    for (const each of due) {
      late.splice(late.indexOf(each), 1);
      go(each.delivery);
    }
  };
  return {
    add: (delivery) => void fresh.push(delivery),
    release({ isLast }) {
      for (const delivery of fresh.splice(0)) route(delivery);
      releaseDue();
      if (isLast) for (const { delivery } of overtaken.splice(0)) go(delivery);
    },
    get waiting() {
      return fresh.length + overtaken.length;
    },
    flush() {
      for (const delivery of fresh.splice(0)) route(delivery);
      for (const { delivery } of [...overtaken.splice(0), ...late.splice(0)]) go(delivery);
    },
  };
}
