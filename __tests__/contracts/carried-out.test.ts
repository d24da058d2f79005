import { afterEach, describe, expect, it } from '@jest/globals';
import { keptCarriedOut } from '../../src/adapters/files/kept-carried-out.ts';
import { aTree } from '../entry/terminal.ts';
import { places, storesIn } from './places.ts';

const repository = { owner: 'octo-org', name: 'octo-repo' };

describe.each(places)('what was carried out, on %s', (_name, aPlace, available) => {
  const test = available ? it : it.skip;
  const stores = storesIn(aPlace);
  afterEach(stores.clear);

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

describe('what was carried out, in a folder', () => {
  it('is the commit that was noted last, however the repository is written', async () => {
    const folder = aTree({});
    expect(await keptCarriedOut(folder).read(repository)).toBeNull();
    await keptCarriedOut(folder).note(repository, 'c0ffee1');
    await keptCarriedOut(folder).note({ owner: 'Octo-Org', name: 'OCTO-REPO' }, 'c0ffee2');
    expect(await keptCarriedOut(folder).read(repository)).toBe('c0ffee2');
    expect(await keptCarriedOut(folder).read({ ...repository, name: 'other' })).toBeNull();
  });
});
