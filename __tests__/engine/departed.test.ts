import { describe, expect, it } from '@jest/globals';
import { type DepartureDesk, dropDeadOfDeparted, dropIfDeparted, unlessDeparted } from '../../src/engine/departed.ts';
import type { Job, KeptJob } from '../../src/model/ports.ts';

const jobOf = (installation: number): Job => ({
  id: `job of ${installation}`,
  installation,
  unit: { kind: 'departure' },
});
const gone = Object.assign(new Error('the App is not installed there'), { name: 'NoInstallation' });

/** A desk where the App is installed as 7 and, suspended, as 8. */
function aDesk(...kept: [KeptJob['state'], number][]) {
  const dropped: number[] = [];
  const said: object[] = [];
  const moments = { tries: 1, came: '', due: '', failure: null };
  const desk: DepartureDesk = {
    installations: {
      active: async () => [7],
      isThere: async (id) => id === 7 || id === 8,
      repositories: async () => [],
    },
    inbox: {
      list: async () => kept.map(([state, installation]) => ({ job: jobOf(installation), state, ...moments })),
      dropOf: async (installation) => dropped.push(installation),
    },
    log: { warn: (record) => void said.push(record), info() {}, debug() {} },
  };
  return { desk, dropped, said };
}

describe('what was to be done for an installation', () => {
  it('is dropped once it is gone, and that is said', async () => {
    const { desk, dropped, said } = aDesk();
    expect(await dropIfDeparted(9, desk)).toBe(true);
    expect([dropped, said]).toEqual([[9], [{ installation: 9, jobs: 1 }]]);
  });

  it.each([0, 7, 8])('stays where it is not: %i', async (installation) => {
    const { desk, dropped } = aDesk();
    expect(await dropIfDeparted(installation, desk)).toBe(false);
    expect(dropped).toEqual([]);
  });

  it('is looked after where it is dead, once for each installation', async () => {
    const { desk, dropped } = aDesk(['dead', 9], ['dead', 9], ['dead', 8], ['dead', 7], ['dead', 0], ['waiting', 10]);
    await dropDeadOfDeparted([7], desk);
    expect(dropped).toEqual([9]);
  });
});

describe('a job that GitHub gives no token for', () => {
  const act = () => Promise.reject(gone);

  it('is over where the App was uninstalled', async () => {
    const { desk, dropped } = aDesk();
    await expect(unlessDeparted({ ...jobOf(9), again: true }, desk, act)).resolves.toBeUndefined();
    expect(dropped).toEqual([9]);
  });

  it.each<[string, Job, () => Promise<void>]>([
    ['at the first try', jobOf(9), act],
    ['where there is the installation all the same', { ...jobOf(7), again: true }, act],
    ['when it failed for another reason', { ...jobOf(9), again: true }, () => Promise.reject(new Error('no token'))],
  ])('is tried again %s', async (_, job, failing) => {
    const { desk, dropped } = aDesk();
    await expect(unlessDeparted(job, desk, failing)).rejects.toThrow(/token|installed/);
    expect(dropped).toEqual([]);
  });
});
