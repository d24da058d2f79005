import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { comment, type House, issueOf, open, openHouse, patch, reactions, replies } from './house.ts';
import { goOnWithTime, haltTime, letPass } from './time.ts';

const anHour = 3_600_000;
const milestone = async (house: House) => (await issueOf(house, 1)).milestone?.title ?? null;

let house: House;
beforeAll(haltTime);
afterAll(goOnWithTime);
beforeEach(async () => {
  house = await openHouse();
  await open(house.as('octo-user-1'), 'The gateway drops connections', { labels: ['area/networking'] });
  await house.settle();
  house.github.webhooks.disturb({ event: 'issue_comment', nth: 1, disturbance: { kind: 'delayed', ms: anHour } });
});
afterEach(() => house.close());

it('a command that comes an hour late leaves what a person has set by hand meanwhile', async () => {
  const id = await comment(house.as('octo-lead-1'), 1, '/milestone 1.4\n/priority P1');
  letPass(anHour / 2, house.github);
  await patch(house.as('octo-lead-1'), 1, { milestone: 2 });
  await house.settle();
  letPass(anHour, house.github);
  await house.settle();
  expect(await milestone(house)).toBe('1.5');
  expect(await house.labels(1)).toEqual(['P1', 'area/networking']);
  expect(await reactions(house, id)).toEqual(['confused']);
  expect(await replies(house, 1)).toEqual([expect.stringContaining('`octo-lead-1` has changed that by hand since')]);
});

it('a command that comes an hour late leaves what a later command has set', async () => {
  const first = await comment(house.as('octo-lead-1'), 1, '/milestone 1.4');
  letPass(anHour / 2, house.github);
  const second = await comment(house.as('octo-lead-1'), 1, '/milestone 1.5');
  await house.settle();
  expect(await milestone(house)).toBe('1.5');
  letPass(anHour, house.github);
  await house.settle();
  expect(await milestone(house)).toBe('1.5');
  expect([await reactions(house, first), await reactions(house, second)]).toEqual([['confused'], ['+1']]);
  expect(await replies(house, 1)).toEqual([expect.stringContaining('a later command has changed that already')]);
});

it('commands that come an hour late neither close nor retitle what a person turned otherwise meanwhile', async () => {
  const lead = house.as('octo-lead-1');
  await comment(lead, 1, '/close\n/retitle The gateway is slow');
  letPass(anHour / 2, house.github);
  await patch(lead, 1, { state: 'closed' });
  await patch(lead, 1, { state: 'open', title: 'The gateway drops them' });
  await house.settle();
  letPass(anHour, house.github);
  await house.settle();
  expect(await issueOf(house, 1)).toMatchObject({ state: 'open', title: 'The gateway drops them' });
});
