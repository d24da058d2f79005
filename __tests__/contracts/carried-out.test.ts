import { afterEach, describe, expect, it } from '@jest/globals';
import { places, storesIn } from './places.ts';

describe.each(places)('what was carried out, on %s', (_name, aPlace, available) => {
  const test = available ? it : it.skip;
  const stores = storesIn(aPlace);
  afterEach(stores.clear);
  const repository = { owner: 'octo-org', name: 'octo-repo' };

  test('is the commit that was noted last, over a restart and however the repository is written', async () => {
    const before = await stores.open();
    expect(await before.carriedOut.read(repository)).toBeNull();
    await before.carriedOut.note(repository, 'c0ffee1');
    await before.carriedOut.note({ owner: 'Octo-Org', name: 'OCTO-REPO' }, 'c0ffee2');
    await stores.close(before.inbox);
    const { carriedOut } = await stores.open();
    expect(await carriedOut.read(repository)).toBe('c0ffee2');
    expect(await carriedOut.read({ ...repository, name: 'other' })).toBeNull();
  });
});
