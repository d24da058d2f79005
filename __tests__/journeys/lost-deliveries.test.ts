import { afterEach, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/adapters/store.ts';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { createDraw } from '../../src/emulator/faults/occurrence.ts';
import { webhookPath } from '../../src/entry/app/bot.ts';
import { onServer } from '../contracts/places.ts';
import { serverAnswers } from '../postgres-server.ts';
import { aTimer, until } from './a-timer.ts';
import { addLabels, type House, open, openHouse, patch, startBotOn } from './house.ts';

const issues = 20;
const length = 5 * 60_000;
const toClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

/** A house whose bots look at the log of deliveries when `fiveMinutesLater` says that it is time to. */
async function aHouse(kept: Parameters<typeof openHouse>[0] = {}) {
  const { every, tick } = aTimer();
  const house = await openHouse(kept, {}, openStore, { every });
  toClose.push(house.close);
  await until(async () => house.github.requests.some(({ path }) => path.endsWith('/app/hook/deliveries')));
  await house.settle();
  return {
    house,
    every,
    async fiveMinutesLater() {
      house.github.clock.advance(length);
      const moment = new Date(Math.floor(house.github.clock.now().getTime() / length) * length).toISOString();
      tick();
      await until(async () => (await house.store.inbox.known([`deliveries at ${moment}`])).length > 0);
      await house.settle();
    },
  };
}

/** What people do, the same in every house. */
async function live(house: House): Promise<void> {
  const draw = createDraw({ probability: 0.5, seed: 'history' });
  const [user, lead] = [house.as('octo-user-1'), house.as('octo-lead-1')];
  for (let number = 1; number <= issues; number++) {
    await open(user, `Issue ${number}`, draw() ? { labels: ['area/config'] } : {});
    if (draw()) await comment(house, number, '/area networking');
    if (draw()) await addLabels(lead, number, 'P0', 'P1');
    if (draw()) await patch(lead, number, { milestone: 1 });
    if (draw()) await comment(house, number, 'I see the same here.');
  }
  await house.settle();
}

const comment = (house: House, number: number, body: string) =>
  house.as('octo-lead-1')('POST /repos/{owner}/{repo}/issues/{number}/comments', { number, body });

/** All issues as people see them; links to documents, which are of one house, left out. */
function seen({ state }: Emulator) {
  const [repository] = state.repositories.values();
  return [...repository!.issues.values()].map(({ number, labels, milestone, comments }) => ({
    number,
    labels: labels.map(({ name }) => name).sort(),
    milestone: milestone?.title ?? null,
    comments: comments.map(({ body }) => body.replace(/ \(\[WORKING-GROUPS.*$/gm, '')).sort(),
  }));
}

const lost = ({ deliveries }: Emulator) => deliveries.filter(({ status }) => status !== 200);
const madeAgain = ({ deliveries }: Emulator) => deliveries.filter(({ redelivery }) => redelivery);

describe('a GitHub that loses one delivery in ten', () => {
  it('ends in the state of one that loses none, each of those that matter made again once', async () => {
    const [{ house: calm }, { house: lossy, fiveMinutesLater }] = [await aHouse(), await aHouse()];
    await live(calm);
    lossy.github.webhooks.disturb({ probability: 0.1, seed: 'loss', disturbance: { kind: 'lost' } });
    await live(lossy);
    // What only its delivery tells must be among what is lost.
    lossy.github.webhooks.clear();
    lossy.github.webhooks.disturb({ event: 'issue_comment', times: 1, disturbance: { kind: 'lost' } });
    for (const house of [calm, lossy]) {
      await comment(house, 1, '/area user-experience');
      await house.settle();
    }
    expect(lost(lossy.github).length).toBeGreaterThan(5);
    expect(seen(lossy.github)).not.toEqual(seen(calm.github));

    for (let round = 1; round <= 3; round++) await fiveMinutesLater();
    expect(seen(lossy.github)).toEqual(seen(calm.github));
    const guids = madeAgain(lossy.github).map(({ guid }) => guid);
    expect(new Set(guids).size).toBe(guids.length);
    expect(await lossy.store.inbox.counts()).toMatchObject({ waiting: 0, running: 0, dead: 0 });
  });
});

describe('a bot that was not there', () => {
  const test = serverAnswers ? it : it.skip;

  test('has all delivered again once it is back, once though two processes come back at a time', async () => {
    const place = onServer();
    toClose.push(place.remove);
    const calm = await aHouse();
    await live(calm.house);
    const { house, every, fiveMinutesLater } = await aHouse(place);
    house.github.setWebhookUrl('http://127.0.0.1:9/');
    await live(house);
    const missed = house.github.deliveries.length;
    expect(lost(house.github)).toHaveLength(missed);

    house.github.setWebhookUrl(house.bot.url + webhookPath);
    const other = await openStore(place);
    const bot = await startBotOn(house.github, other, { every });
    toClose.push(async () => {
      await bot.stop();
      await other.close();
    });
    await fiveMinutesLater();
    await fiveMinutesLater();
    expect(seen(house.github)).toEqual(seen(calm.house.github));
    expect(madeAgain(house.github)).toHaveLength(missed);
  });
});
