import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoreOptions } from '../../src/adapters/store.ts';
import { places } from '../contracts/places.ts';
import { addLabels, type House, open, openHouse } from './house.ts';
import { openReachable, type ReachableStore } from './reachable-store.ts';
import { goOnWithTime, haltTime } from './time.ts';
import { commentsWritten } from './written.ts';

const issues = [1, 2, 3, 4];

beforeAll(haltTime);
afterAll(goOnWithTime);

describe.each(places)('with %s', (_name, aPlace, available) => {
  const test = available ? it : it.skip;
  let house: House;
  let store: ReachableStore;
  let remove = async () => {};
  afterEach(async () => {
    if (!available) return;
    await house.close();
    await remove();
  });

  /** A bot with the retries of production, whose database the test can reach. */
  const start = async () => {
    const place = aPlace();
    ({ remove } = place);
    const opened = async (options: StoreOptions) => {
      store = await openReachable(place, options);
      return store;
    };
    house = await openHouse({}, {}, opened);
  };
  const untilAllAreDue = () => store.untilAllAreDue(house.github);
  const calm = () => store.calm(house.github);
  const untilAllIsDone = async () => {
    while ((await house.store.inbox.list(1)).length > 0) {
      await untilAllAreDue();
      await calm();
    }
  };

  test('GitHub may be down for an hour: no job is dead, and all that came is done when it is back', async () => {
    await start();
    const outage = house.github.faults.add({ path: '/app/*', fault: { kind: 'status', status: 503 } });
    house.github.faults.add({ operation: 'query', fault: { kind: 'timeout', effect: 'before', ms: 1 } });
    for (const number of issues) await open(house.as('octo-user-1'), `The gateway drops connections (${number})`);
    await calm();
    let down = 0;
    while (down < 3600) {
      down += await untilAllAreDue();
      await calm();
    }
    expect(outage.happened).toBeGreaterThan(issues.length);
    expect(await house.store.inbox.counts()).toMatchObject({ dead: 0 });
    house.github.faults.clear();
    await untilAllIsDone();
    expect(issues.map((number) => commentsWritten(house.github, number))).toEqual([1, 1, 1, 1]);
  });

  test('a secondary limit in the middle of a batch is waited out, and each issue is written to once', async () => {
    await start();
    house.github.limits.set({ writesPerMinute: 2 });
    for (const login of ['octo-user-1', 'octo-user-1', 'octo-lead-1', 'octo-lead-1']) {
      await open(house.as(login), 'The gateway drops connections');
    }
    await calm();
    const refused = house.github.requests.filter(({ status }) => status === 403 || status === 429).length;
    await untilAllIsDone();
    house.github.limits.set(null);
    await addLabels(house.as('octo-lead-1'), 1, 'P1');
    await calm();
    expect(refused).toBeGreaterThan(0);
    expect(issues.map((number) => commentsWritten(house.github, number))).toEqual([1, 1, 1, 1]);
    expect(await house.store.inbox.counts()).toMatchObject({ waiting: 0, dead: 0 });
  });
});
