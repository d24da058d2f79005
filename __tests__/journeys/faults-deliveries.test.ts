import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore, type Store } from '../../src/adapters/store.ts';
import type { DisturbanceRule } from '../../src/emulator/webhooks/disturb.ts';
import { aMoment, places } from '../contracts/places.ts';
import { addLabels, type House, open, openHouse, patch } from './house.ts';
import { goOnWithTime, haltTime, letPass } from './time.ts';
import { commentsWritten } from './written.ts';

const gated = (store: Store, gate: Promise<void>): Store => ({
  ...store,
  inbox: {
    ...store.inbox,
    work: (handle) =>
      store.inbox.work(async (job, isOurs) => {
        await gate;
        await handle(job, isOurs);
      }),
  },
});

const anHour = 3_600_000;

const disturbances: Record<string, DisturbanceRule[]> = {
  'come twice': [{ disturbance: { kind: 'doubled' } }],
  'overtake each other': [
    { nth: 1, times: 3, disturbance: { kind: 'overtaken', by: 4 } },
    { probability: 0.5, seed: 7, disturbance: { kind: 'overtaken', by: 2 } },
  ],
  'come an hour late': [{ probability: 0.5, seed: 7, disturbance: { kind: 'delayed', ms: anHour } }],
  'come twice, late and in any order': [
    { probability: 0.3, seed: 1, disturbance: { kind: 'doubled' } },
    { probability: 0.3, seed: 2, disturbance: { kind: 'delayed', ms: anHour } },
    { probability: 0.5, seed: 3, disturbance: { kind: 'overtaken', by: 3 } },
  ],
};

beforeAll(haltTime);
afterAll(goOnWithTime);

describe.each(places)('with %s', (_name, aPlace, available) => {
  const test = available ? it : it.skip;
  let close = async () => {};
  afterEach(() => close());
  /** @param gate what every look waits for. */
  const start = async (gate = Promise.resolve()): Promise<House> => {
    const { database, schema, remove } = aPlace();
    const kept = { database, schema, retries: { limit: 0, delaySeconds: 0 } };
    const house = await openHouse(kept, {}, async (options) => gated(await openStore(options), gate));
    close = async () => {
      await house.close();
      await remove();
    };
    return house;
  };

  test('deliveries that come twice, late or in any order lead to what they would lead to in order', async () => {
    const house = await start();
    let number = 0;
    for (const rules of Object.values(disturbances)) {
      for (const rule of rules) house.github.webhooks.disturb(rule);
      number += 1;
      await open(house.as('octo-user-1'), 'The gateway drops connections');
      await addLabels(house.as('octo-lead-1'), number, 'area/networking');
      await house.settle();
      await patch(house.as('octo-lead-1'), number, { milestone: 1 });
      await addLabels(house.as('octo-lead-1'), number, 'P1');
      await patch(house.as('octo-lead-1'), number, { milestone: null });
      await house.settle();
      house.github.webhooks.clear();
      letPass(anHour, house.github);
      await house.settle();
      expect(await house.labels(number)).toEqual(['P1', 'area/networking']);
      expect(await house.comments(number)).toEqual([expect.stringMatching(/- \[ \] \*\*Milestone/)]);
    }
    expect(await house.store.inbox.counts()).toMatchObject({ waiting: 0, dead: 0 });
    house.requests();
    await house.settle();
    expect(house.requests()).toEqual({ reads: 0, writes: 0 });
  });

  test('five hundred deliveries for one issue cost two looks and one comment', async () => {
    const gate = aMoment();
    const house = await start(gate.came);
    await open(house.as('octo-user-1'), 'The gateway drops connections');
    await house.github.settled();
    const [opened] = house.github.deliveries;
    const payload = { ...(opened!.payload as object), action: 'edited', changes: {} };
    for (let count = 0; count < 500; count++) house.github.sendWebhook('issues', payload);
    await house.github.settled();
    gate.come();
    await house.settle();
    // What governs is read in one, the issue in one; the second look stands for all that came during the first.
    expect(house.requests()).toEqual({ reads: 3, writes: 1 });
    expect(commentsWritten(house.github, 1)).toBe(1);
    expect(await house.store.inbox.counts()).toMatchObject({ waiting: 0, dead: 0 });
  });
});
