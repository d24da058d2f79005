import { afterEach, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/adapters/store.ts';
import { aTimer, until } from './a-timer.ts';
import { type House, open, openHouse } from './house.ts';

const between = 10 * 60_000;

describe('an App that is uninstalled', () => {
  let house: House;
  afterEach(() => house.close());

  /** A house with jobs that are dead. */
  async function withDeadJobs(): Promise<ReturnType<typeof aTimer>> {
    const timer = aTimer();
    const time = { every: timer.every, sweepEvery: between };
    house = await openHouse({ retries: { limit: 1, delaySeconds: 0 } }, {}, openStore, time);
    await house.settle();
    const outage = house.github.faults.add({ operation: 'query', fault: { kind: 'status', status: 503 } });
    await open(house.as('octo-user-1'), 'The gateway drops connections');
    await house.settle();
    outage.remove();
    expect((await house.store.inbox.counts()).dead).toBeGreaterThan(0);
    return timer;
  }
  /** Nothing is left that is not the App’s own. */
  const isEmpty = async () => (await house.store.inbox.list(100)).every(({ job }) => job.installation === 0);

  it('leaves no dead job behind', async () => {
    await withDeadJobs();
    house.github.installations.uninstall('octo-org');
    await house.settle();
    expect(await isEmpty()).toBe(true);
  });

  it('leaves none behind where nobody was told of it, once the next sweeps are due', async () => {
    const timer = await withDeadJobs();
    house.github.webhooks.disturb({ event: 'installation', disturbance: { kind: 'lost' } });
    house.github.installations.uninstall('octo-org');
    house.github.clock.advance(between);
    timer.tick();
    await until(isEmpty);
    expect(await house.store.inbox.counts()).toMatchObject({ dead: 0 });
  });

  it('has what comes late given up at its second try', async () => {
    await withDeadJobs();
    house.github.webhooks.disturb({ event: 'installation', disturbance: { kind: 'lost' } });
    house.github.installations.uninstall('octo-org');
    await house.store.inbox.retry('all');
    await house.settle();
    expect(await isEmpty()).toBe(true);
    const asked = house.github.requests.filter(({ path }) => path.endsWith('/access_tokens'));
    expect(asked.at(-1)).toMatchObject({ status: 404 });
  });
});
