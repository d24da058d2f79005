import { afterEach, describe, expect, it } from '@jest/globals';
import { charter, configuration, type House, open, openHouse } from './house.ts';

const routes = `  routes:
    - title: gateway
      label: area/networking
`;

const files = { 'WORKING-GROUPS.md': charter, '.github/remit.yml': configuration + routes };

describe('a label that Remit would add and that is not there', () => {
  let house: House;
  afterEach(() => house.close());

  it('is left out, the checklist asks for it, the story says why, and no job is dead', async () => {
    house = await openHouse({ retries: { limit: 0, delaySeconds: 0 } }, { files, labels: ['area/config', 'P1'] });
    await open(house.as('octo-user-1'), 'The gateway drops connections', { labels: ['P1'] });
    await house.settle();
    expect(await house.comments(1)).toEqual([expect.stringMatching(/- \[ \].*Owner/)]);
    expect(await house.store.inbox.counts()).toMatchObject({ dead: 0 });
    const [decision] = await house.store.ledger.story({ owner: 'octo-org', repository: 'octo-repo', number: 1 });
    expect(decision?.withheld).toMatchObject([
      { change: { add: ['area/networking'] }, because: 'the repository has no label “area/networking”' },
    ]);
  });
});
