import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FaultRule } from '../../src/emulator/faults/rule.ts';
import { places } from '../contracts/places.ts';
import { addLabels, charter, configuration, type House, open, openHouse, patch } from './house.ts';
import { commentsWritten, labelsWritten } from './written.ts';

const routes = `  routes:
    - title: gateway
      label: area/networking
`;

/** On a write, unless it says otherwise. */
const faults: Record<string, FaultRule['fault'] | FaultRule[]> = {
  'no answer, and nothing was written': { kind: 'timeout', effect: 'before', ms: 5 },
  'no answer, and all was written': { kind: 'timeout', effect: 'after', ms: 5 },
  'an answer that is cut off': { kind: 'cut' },
  'a 502, and nothing was written': { kind: 'status', status: 502 },
  'a 502, and all was written': { kind: 'status', status: 502, effect: 'after' },
  'an issue that is missing from an answer': [
    { operation: 'query', nth: 1, fault: { kind: 'partial', field: 'repository.issue' } },
  ],
  'a timeline that is missing from an answer': [
    { operation: 'query', nth: 1, fault: { kind: 'partial', field: 'repository.issue.timelineItems' } },
  ],
  'reads of what was before the write': [{ operation: 'query', fault: { kind: 'stale', reads: 1 } }],
};

const rulesOf = (fault: FaultRule['fault'] | FaultRule[]): FaultRule[] =>
  Array.isArray(fault) ? fault : [{ operation: 'mutation', nth: 1, fault }];

describe.each(places)('on a GitHub that fails, with %s', (_name, aPlace, available) => {
  const test = available ? it : it.skip;
  let house: House;
  let clear = async () => {};
  beforeAll(async () => {
    if (!available) return;
    const { database, schema, remove } = aPlace();
    const files = { 'WORKING-GROUPS.md': charter, '.github/remit.yml': configuration + routes };
    house = await openHouse({ database, schema, retries: { limit: 8, delaySeconds: 0 } }, { files });
    clear = async () => {
      await house.close();
      await remove();
    };
  });
  afterAll(() => clear());

  test.each(Object.entries(faults))('an issue comes into order, and nothing is written twice: %s', async (_, fault) => {
    for (const rule of rulesOf(fault)) house.github.faults.add(rule);
    const { number } = (await open(house.as('octo-user-1'), 'The gateway drops connections')) as { number: number };
    await house.settle();
    // Another hint about it, before anything else is written.
    const opened = house.github.deliveries.findLast(({ action }) => action === 'opened');
    house.github.sendWebhook('issues', { ...(opened!.payload as object), action: 'edited', changes: {} });
    await house.settle();
    await patch(house.as('octo-user-1'), number, { body: 'More of it.' });
    await addLabels(house.as('octo-lead-1'), number, 'P1');
    await house.settle();
    const happened = house.github.faults.list().map((each) => each.happened);
    house.github.faults.clear();
    expect(Math.min(...happened)).toBeGreaterThan(0);
    expect(await house.labels(number)).toEqual(['P1', 'area/networking']);
    expect(await house.comments(number)).toEqual([expect.stringMatching(/- \[ \] \*\*Milestone/)]);
    expect(commentsWritten(house.github, number)).toBe(1);
    expect(labelsWritten(house.github, number)).toEqual(['+area/networking']);
    expect(await house.store.inbox.counts()).toMatchObject({ waiting: 0, dead: 0 });
  });
});
