import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addLabels, type House, open, openHouse } from './house.ts';

describe('an installation at its rate limit', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    for (const title of ['The first', 'The second', 'The third', 'The fourth']) {
      await open(house.as('octo-user-1'), title);
    }
    await house.settle();
    // A read and a write are six points; then the minute is nearly over.
    house.github.limits.set({ graphqlPointsPerMinute: 7 });
    await addLabels(house.as('octo-lead-1'), 1, 'P1');
    await house.settle();
    house.github.clock.advance(57_000);
  });
  afterAll(() => house.close());

  it('waits as GitHub says, spends no try and few requests, and goes on', async () => {
    house.requests();
    for (const number of [2, 3, 4]) await addLabels(house.as('octo-lead-1'), number, 'P1');
    await house.settle();
    const { reads, writes } = house.requests();
    expect(reads + writes).toBeLessThanOrEqual(4);
    const waiting = await house.store.inbox.list(10);
    expect(waiting.length).toBeGreaterThan(0);
    for (const job of waiting) expect(job).toMatchObject({ state: 'later', tries: 0 });

    house.github.limits.set(null);
    await untilEmpty();
    for (const number of [2, 3, 4]) {
      expect(await house.comments(number)).toEqual([expect.stringMatching(/\[x\] \*\*Priority/)]);
    }
    expect(await house.store.inbox.counts()).toMatchObject({ dead: 0 });
  });

  /** The wait is the database's, by the system's clock: some three seconds. */
  async function untilEmpty(): Promise<void> {
    while ((await house.store.inbox.list(1)).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await house.settle();
  }
});
