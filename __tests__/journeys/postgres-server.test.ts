import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aSchema, serverAnswers, serverUrl } from '../postgres-server.ts';
import { addLabels, type House, open, openHouse, patch } from './house.ts';

const suite = serverAnswers ? describe : describe.skip;

suite(`the bot over a PostgreSQL server${serverAnswers ? '' : ' (skipped: none answers at DATABASE_URL)'}`, () => {
  const { schema, drop } = aSchema();
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ database: { kind: 'server', url: serverUrl }, schema });
  });
  afterAll(async () => {
    await house.close();
    await drop();
  });

  it('brings an issue into order as over the embedded one', async () => {
    await open(house.as('octo-user-1'), 'The gateway drops connections');
    await house.settle();
    expect(await house.comments(1)).toEqual([expect.stringMatching(/- \[ \].*Owner/)]);
    await addLabels(house.as('octo-lead-1'), 1, 'area/networking', 'P1');
    await patch(house.as('octo-lead-1'), 1, { milestone: 1 });
    await house.settle();
    expect(await house.comments(1)).toEqual([]);
  });
});
