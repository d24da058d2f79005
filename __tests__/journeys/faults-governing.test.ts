import { afterEach, describe, expect, it } from '@jest/globals';
import { places } from '../contracts/places.ts';
import { addLabels, charter, commit, configuration, type House, open, openHouse, patch } from './house.ts';
import { commentsWritten, labelsWritten } from './written.ts';

const ownerMissing = /- \[ \] \*\*Owner/;

describe.each(places)('with %s', (_name, aPlace, available) => {
  const test = available ? it : it.skip;
  let house: House;
  let remove = async () => {};
  afterEach(async () => {
    if (!available) return;
    await house.close();
    await remove();
  });

  const start = async () => {
    const place = aPlace();
    remove = place.remove;
    const { database, schema } = place;
    house = await openHouse({ database, schema, retries: { limit: 0, delaySeconds: 0 } });
    await open(house.as('octo-user-1'), 'The gateway drops connections');
    await addLabels(house.as('octo-lead-1'), 1, 'area/config');
    await house.settle();
  };
  const lead = () => house.as('octo-lead-2');

  test('a configuration that breaks leaves the last good one in force, and governs again when it is mended', async () => {
    await start();
    await commit(lead(), '.github/remit.yml', 'charter: [this is: no configuration');
    await house.settle();
    const before = await house.comments(1);
    await addLabels(lead(), 1, 'P1');
    await house.settle();
    expect(before).toEqual([expect.stringMatching(/- \[x\] \*\*Owner/)]);
    expect(await house.comments(1)).toEqual([expect.stringMatching(/- \[x\] \*\*Priority/)]);

    await commit(lead(), '.github/remit.yml', configuration.replace('[P0, P1, P2]', '[P0, P2]'));
    await house.settle();
    expect(await house.comments(1)).toEqual([expect.stringMatching(/- \[ \] \*\*Priority/)]);
    expect(commentsWritten(house.github, 1)).toBe(1);
    expect(await house.store.inbox.counts()).toMatchObject({ waiting: 0, dead: 0 });
  });

  test('a charter that is deleted makes nobody’s owner unknown a fault of theirs, and is in force again when it is back', async () => {
    await start();
    const path = 'WORKING-GROUPS.md';
    const { sha } = await lead()<{ sha: string }>('GET /repos/{owner}/{repo}/contents/{path}', { path });
    await lead()('DELETE /repos/{owner}/{repo}/contents/{path}', { path, sha, message: 'Delete the charter' });
    await house.settle();
    await open(house.as('octo-user-1'), 'The route format is unclear');
    await patch(lead(), 1, { milestone: 1 });
    await house.settle();
    for (const number of [1, 2]) expect((await house.comments(number)).join()).not.toMatch(ownerMissing);

    const content = Buffer.from(charter).toString('base64');
    await lead()('PUT /repos/{owner}/{repo}/contents/{path}', { path, content, message: 'Bring it back' });
    await house.settle();
    expect(await house.comments(2)).toEqual([expect.stringMatching(ownerMissing)]);
    expect([1, 2].map((number) => commentsWritten(house.github, number))).toEqual([1, 1]);
    expect(labelsWritten(house.github, 1)).toEqual([]);
    expect(await house.store.inbox.counts()).toMatchObject({ waiting: 0, dead: 0 });
  });
});
