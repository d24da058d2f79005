import { describe, expect, it } from '@jest/globals';
import { keepTime } from '../../src/engine/keep-time.ts';
import type { Job } from '../../src/model/ports.ts';
import { FakeInbox } from './fake-inbox.ts';

/** A process that keeps the time over an inbox, and whose minutes are told. */
function aProcess(
  began: string,
  inbox: { put(jobs: Job[]): Promise<void> } = new FakeInbox(),
  sweepEvery: number | null = null,
) {
  const warnings: string[] = [];
  const ticks: (() => void)[] = [];
  let now = began;
  const end = keepTime({
    inbox,
    clock: { now: () => new Date(now) },
    every(_, act) {
      ticks.push(act);
      return () => void ticks.splice(0);
    },
    sweepEvery,
    log: { warn: (_, message) => void warnings.push(message), info() {}, debug() {} },
  });
  return {
    warnings,
    end,
    async at(moment: string) {
      now = moment;
      for (const tick of ticks) tick();
      await Promise.resolve();
    },
  };
}

describe('keeping the time', () => {
  it('has the log of deliveries read at once, and every five minutes', async () => {
    const inbox = new FakeInbox();
    const { at } = aProcess('2026-06-04T12:03:20.000Z', inbox);
    for (const minute of ['04:20', '05:20', '06:20', '11:20']) await at(`2026-06-04T12:${minute}.000Z`);
    expect(inbox.ids).toEqual([
      'deliveries at 2026-06-04T12:03:20.000Z',
      'deliveries at 2026-06-04T12:05:00.000Z',
      'deliveries at 2026-06-04T12:10:00.000Z',
    ]);
  });

  it('has every installation swept at once where that was missed, and once a day', async () => {
    const inbox = new FakeInbox();
    const { at } = aProcess('2026-06-04T12:03:20.000Z', inbox, 24 * 60 * 60_000);
    for (const moment of ['04T18:00:00', '05T00:00:10', '05T13:00:00']) await at(`2026-06-${moment}.000Z`);
    expect(inbox.ids.filter((id) => id.startsWith('sweeps'))).toEqual([
      'sweeps at 2026-06-04T00:00:00.000Z',
      'sweeps at 2026-06-05T00:00:00.000Z',
    ]);
  });

  it('puts in once what several processes do', async () => {
    const inbox = new FakeInbox();
    const one = aProcess('2026-06-04T12:03:20.000Z', inbox);
    const other = aProcess('2026-06-04T12:03:20.000Z', inbox);
    for (const { at } of [one, other]) await at('2026-06-04T12:05:10.000Z');
    expect(inbox.ids).toHaveLength(2);
  });

  it('tries again in a minute when the database did not answer', async () => {
    const inbox = new FakeInbox();
    let isDown = true;
    const { at, warnings } = aProcess('2026-06-04T12:03:20.000Z', {
      put: async (jobs) => (isDown ? Promise.reject(new Error('down')) : inbox.put(jobs)),
    });
    await at('2026-06-04T12:04:20.000Z');
    isDown = false;
    await at('2026-06-04T12:04:50.000Z');
    expect(inbox.ids).toEqual(['deliveries at 2026-06-04T12:03:20.000Z']);
    expect(warnings).toHaveLength(2);
  });

  it('ends when it is told to', async () => {
    const inbox = new FakeInbox();
    const { at, end } = aProcess('2026-06-04T12:03:20.000Z', inbox);
    end();
    await at('2026-06-04T13:00:00.000Z');
    expect(inbox.ids).toHaveLength(1);
  });
});
