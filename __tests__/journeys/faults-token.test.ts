import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, open, openHouse } from './house.ts';
import { goOnWithTime, haltTime, letPass } from './time.ts';
import { commentsWritten } from './written.ts';

describe('a token that GitHub takes no more, before Octokit thinks so', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ retries: { limit: 0, delaySeconds: 0 } });
    await open(house.as('octo-user-1'), 'The first');
    await house.settle();
    haltTime();
  });
  afterAll(async () => {
    goOnWithTime();
    await house.close();
  });

  it.each(['query', 'mutation'])('is renewed when it is refused at a %s, and no try is spent', async (operation) => {
    // A token that is new may not be known everywhere yet, and Octokit waits.
    letPass(600_000, house.github);
    house.github.faults.clear();
    house.github.faults.add({ operation, nth: 1, fault: { kind: 'expired-token' } });
    const { number } = (await open(house.as('octo-user-1'), 'The next')) as { number: number };
    await house.settle();
    expect(house.github.faults.list()[0]?.happened).toBe(1);
    expect(commentsWritten(house.github, number)).toBe(1);
    expect(await house.store.inbox.counts()).toMatchObject({ waiting: 0, dead: 0 });
  });
});
