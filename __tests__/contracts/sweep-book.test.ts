import { afterEach, describe, expect, it } from '@jest/globals';
import type { KeptSweep } from '../../src/model/upkeep-ports.ts';
import { places, storesIn } from './places.ts';

const aSweep = (parts: Partial<KeptSweep> = {}): KeptSweep => ({
  id: 'a sweep',
  installation: 7,
  repository: { owner: 'octo-org', name: 'octo-repo' },
  why: 'schedule',
  began: '2026-06-01T00:00:00.000Z',
  ended: null,
  step: 1,
  report: { covered: 100 },
  ...parts,
});

describe.each(places)('the bot’s sweeps on %s', (_name, aPlace, available) => {
  const test = available ? it : it.skip;
  const stores = storesIn(aPlace);
  afterEach(stores.clear);

  test('are kept over a restart', async () => {
    const before = await stores.open();
    await before.sweeps.keep(aSweep());
    await stores.close(before.inbox);
    const { sweeps } = await stores.open();
    expect(await sweeps.read('a sweep')).toEqual(aSweep());
    expect(await sweeps.read('another')).toBeNull();
  });

  test('go on step by step, and of two who did the same step the first one counts', async () => {
    const { sweeps } = await stores.open();
    await sweeps.keep(aSweep());
    await sweeps.keep(aSweep({ step: 2, report: { covered: 200 } }));
    await sweeps.keep(aSweep({ step: 2, report: { covered: 300 } }));
    await sweeps.keep(aSweep({ step: 1, report: { covered: 400 } }));
    expect(await sweeps.read('a sweep')).toMatchObject({ step: 2, report: { covered: 200 } });
  });

  test('are listed by repository however its letters are written, by installation, and as long as they go on', async () => {
    const { sweeps } = await stores.open();
    const day = (number: number) => `2026-06-0${number}T00:00:00.000Z`;
    await sweeps.keep(aSweep({ id: 'a', began: day(1), ended: day(2) }));
    await sweeps.keep(aSweep({ id: 'b', began: day(3) }));
    await sweeps.keep(aSweep({ id: 'c', began: day(2), repository: { owner: 'octo-org', name: 'other' } }));
    await sweeps.keep(aSweep({ id: 'd', began: day(4), installation: 8 }));
    const ids = async (choice: object) => (await sweeps.list({ limit: 10, ...choice })).map(({ id }) => id);
    expect(await ids({})).toEqual(['d', 'b', 'c', 'a']);
    expect(await ids({ limit: 2 })).toEqual(['d', 'b']);
    expect(await ids({ repository: { owner: 'OCTO-org', name: 'Octo-Repo' } })).toEqual(['d', 'b', 'a']);
    expect(await ids({ installation: 7, goingOn: true })).toEqual(['b', 'c']);
  });

  test('say since when a repository is there, the last time that it came', async () => {
    const { sweeps } = await stores.open();
    const { repository } = aSweep();
    await sweeps.keep(aSweep());
    expect(await sweeps.arrivedAt(repository)).toBeNull();
    await sweeps.keep(aSweep({ id: 'b', why: 'installation', began: '2026-06-03T00:00:00.000Z' }));
    await sweeps.keep(aSweep({ id: 'a', why: 'installation', began: '2026-06-02T00:00:00.000Z' }));
    expect(await sweeps.arrivedAt({ owner: 'OCTO-org', name: 'Octo-Repo' })).toBe('2026-06-03T00:00:00.000Z');
    expect(await sweeps.arrivedAt({ ...repository, name: 'other' })).toBeNull();
  });

  test('are forgotten in time', async () => {
    const before = await stores.open();
    await before.sweeps.keep(aSweep({ why: 'installation' }));
    await stores.close(before.inbox);
    const clock = { now: () => new Date('2026-08-31T00:00:00Z') };
    const { sweeps } = await stores.open({ keepDays: 90, clock });
    expect(await sweeps.list({ limit: 10 })).toEqual([]);
    expect(await sweeps.arrivedAt(aSweep().repository)).toBe(aSweep().began);
  });
});
