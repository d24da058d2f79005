import { afterEach, describe, expect, it } from '@jest/globals';
import { type House, open, openHouse } from './house.ts';

describe('an installation that is suspended', () => {
  let house: House;
  afterEach(() => house.close());

  it('has what came before wait, without a try spent on it', async () => {
    house = await openHouse({ retries: { limit: 0, delaySeconds: 0 } });
    await open(house.as('octo-user-1'), 'The gateway drops connections');
    house.github.installations.suspend('octo-org');
    await house.settle();
    expect(await house.store.inbox.list(10)).toMatchObject([{ state: 'later', tries: 0, failure: null }]);
  });

  it('has it wait, too, where the bot has a token from before', async () => {
    house = await openHouse({ retries: { limit: 0, delaySeconds: 0 } });
    await open(house.as('octo-user-1'), 'The gateway drops connections');
    await house.settle();
    await open(house.as('octo-user-1'), 'The gateway drops more connections');
    house.github.installations.suspend('octo-org');
    await house.settle();
    expect(await house.store.inbox.list(10)).toMatchObject([{ state: 'later', tries: 0, failure: null }]);
  });
});
