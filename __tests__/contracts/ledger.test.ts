import { afterEach, describe, expect, it } from '@jest/globals';
import { openStore, type Store } from '../../src/adapters/store.ts';
import type { Decision } from '../../src/model/decision.ts';
import { aDecision } from '../builders.ts';
import { type Place, places } from './places.ts';

describe.each(places)('a ledger on %s', (_name, aPlace, available) => {
  const test = available ? it : it.skip;
  const opened: Store[] = [];
  let place = null as Place | null;

  const open = async (now = '2026-06-01T00:00:00.000Z') => {
    place ??= aPlace();
    const { database, schema } = place;
    const store = await openStore({ database, schema, keepDays: 90, clock: { now: () => new Date(now) } });
    opened.push(store);
    return store.ledger;
  };
  const closeAll = async () => {
    for (const store of opened.splice(0)) await store.close();
  };
  afterEach(async () => {
    await closeAll();
    await place?.remove();
    place = null;
  });

  test('gives back what was decided about an issue, oldest first', async () => {
    const ledger = await open();
    const decisions = [decisionAt('2026-05-01'), decisionAt('2026-05-02')];
    for (const decision of decisions) await ledger.add(decision);
    await ledger.add(aDecision({ ref: { ...aDecision().ref, number: 2 } }));
    expect(await ledger.story(aDecision().ref)).toEqual(decisions);
    expect(await ledger.last(aDecision().ref)).toEqual(decisions[1]);
  });

  test('knows an issue by its repository however its letters are written', async () => {
    const ledger = await open();
    await ledger.add(aDecision());
    expect(await ledger.last({ owner: 'Octo-Org', repository: 'OCTO-repo', number: 1 })).toEqual(aDecision());
  });

  test('tells of a decision from before it kept what was left to people that nothing was', async () => {
    const ledger = await open();
    const { withheld: _, ...earlier } = aDecision();
    await ledger.add(earlier as Decision);
    expect(await ledger.last(earlier.ref)).toEqual(aDecision({ withheld: [] }));
  });

  test('has nothing to tell of an issue that it does not know', async () => {
    const ledger = await open();
    expect(await ledger.last(aDecision().ref)).toBeNull();
    expect(await ledger.story(aDecision().ref)).toEqual([]);
  });

  test('keeps what it was given over a restart, for as long as it is to be kept', async () => {
    const ledger = await open('2026-06-01T00:00:00.000Z');
    for (const day of ['2026-05-01', '2026-05-20']) await ledger.add(decisionAt(day));
    await closeAll();
    const after = await open('2026-08-10T00:00:00.000Z');
    expect(await after.story(aDecision().ref)).toEqual([decisionAt('2026-05-20')]);
  });

  test('keeps names with any sign in them as they are', async () => {
    const ledger = await open();
    const decision = aDecision({ owners: ["o'brien", '“docs”', 'ж\\u', '$1', '🦑'] });
    await ledger.add(decision);
    expect(await ledger.last(decision.ref)).toEqual(decision);
  });
});

const decisionAt = (day: string): Decision => aDecision({ at: `${day}T00:00:00.000Z`, job: day });
