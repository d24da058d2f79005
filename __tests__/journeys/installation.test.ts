import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SweepReport } from '../../src/engine/sweep-report.ts';
import { until } from './a-timer.ts';
import { addLabels, type House, open, openHouse } from './house.ts';

describe('an App that is installed where there are issues already', () => {
  let house: House;
  const reports = async () => {
    const sweeps = await house.store.sweeps.list({ limit: 10 });
    return sweeps.map(({ why, ended, report }) => ({ why, isOver: ended !== null, report: report as SweepReport }));
  };
  const untilReported = (count: number) =>
    until(async () => {
      const all = await reports();
      return all.length >= count && all.every(({ isOver }) => isOver);
    });
  const writes = () => house.github.requests.filter(({ kind }) => kind === 'mutation').length;

  beforeAll(async () => {
    house = await openHouse();
    await house.settle();
    house.github.installations.uninstall('octo-org');
    await open(house.as('octo-user-1'), 'Unowned');
    await open(house.as('octo-user-1'), 'With two priorities', { labels: ['P0', 'P1', 'area/config'] });
    house.github.clock.advance(60_000);
    house.github.installations.install('octo-org');
    await house.github.settled();
    await untilReported(1);
    await house.settle();
  });
  afterAll(() => house.close());

  it('reports what it would change, and changes nothing', async () => {
    expect(await reports()).toMatchObject([
      { why: 'installation', report: { ended: 'complete', covered: 2, wanting: 2, unowned: 1, changed: 0 } },
    ]);
    expect((await reports())[0]?.report.issues).toEqual([
      { issue: 'octo-org/octo-repo#2', changes: expect.arrayContaining([expect.stringMatching(/^label: /)]) },
      { issue: 'octo-org/octo-repo#1', changes: [expect.stringMatching(/^checklist: /)] },
    ]);
    expect(writes()).toBe(0);
  });

  it('says nothing on an issue from before when something happens to it', async () => {
    await addLabels(house.as('octo-lead-1'), 1, 'P1');
    await house.settle();
    expect(await house.comments(1)).toEqual([]);
  });

  it('reports of a repository that is added, and of no other once more', async () => {
    house.github.installations.choose('octo-org', []);
    await open(house.as('octo-user-1'), 'From before it was added');
    house.github.clock.advance(60_000);
    house.github.installations.choose('octo-org', ['octo-repo']);
    await house.github.settled();
    await untilReported(2);
    expect((await reports()).map(({ why }) => why)).toEqual(['installation', 'installation']);
  });

  it('says nothing in a repository that is added on what is older than that', async () => {
    await addLabels(house.as('octo-lead-1'), 3, 'P1');
    await open(house.as('octo-user-1'), 'From after it was added');
    await house.settle();
    expect([await house.comments(3), (await house.comments(4)).length]).toEqual([[], 1]);
  });
});
