import { describe, expect, it } from '@jest/globals';
import { createDeliveryMemory, readDeliveries, redeliver } from '../../src/engine/read-deliveries.ts';
import { noMeter } from '../../src/model/meter.ts';
import type { Job } from '../../src/model/ports.ts';
import type { Unit } from '../../src/model/unit.ts';
import type { DeliveryAttempt } from '../../src/model/upkeep-ports.ts';
import { FakeInbox } from './fake-inbox.ts';

const failed = (id: number, at: string, parts: Partial<DeliveryAttempt> = {}): DeliveryAttempt => ({
  id: String(id),
  guid: `guid-${id}`,
  event: 'issues',
  at,
  isTaken: false,
  ...parts,
});

const named = (name: string) => Object.assign(new Error(name), { name });

/** Processes over one inbox and one log of deliveries, at a moment that is set. */
function aWorld(attempts: DeliveryAttempt[]) {
  const inbox = new FakeInbox();
  const world = {
    now: '2026-06-04T12:00:00.000Z',
    attempts,
    asked: [] as string[],
    since: [] as string[],
    known: [] as string[],
    outcomes: [] as string[],
    fault: null as Error | null,
    inbox,
    aProcess() {
      const desk = {
        memory: createDeliveryMemory(),
        inbox: { put: (jobs: Job[]) => inbox.put(jobs), known: async () => world.known },
        clock: { now: () => new Date(world.now) },
        log: { warn() {}, info() {}, debug() {} },
        meter: { ...noMeter, redelivered: (outcome: string) => void world.outcomes.push(outcome) },
        deliveries: async () => ({
          async *attemptsSince(moment: string) {
            world.since.push(moment);
            if (world.fault) throw world.fault;
            yield world.attempts.filter(({ at }) => at >= moment);
          },
          async redeliver(id: string) {
            if (world.fault) throw world.fault;
            world.asked.push(id);
          },
        }),
      };
      const handle = async (job: Job) => {
        if (job.unit.kind === 'redelivery') await redeliver(job, job.unit, desk);
      };
      return {
        read: () => readDeliveries(jobFor({ kind: 'deliveries' }), desk),
        work: () => inbox.drain(handle, world.now),
      };
    },
  };
  return world;
}

const jobFor = (unit: Unit): Job => ({ id: 'a job', installation: 0, unit });

describe('the log of deliveries', () => {
  it('is read for three days after a restart, and from where it ended after that', async () => {
    const world = aWorld([]);
    const { read } = world.aProcess();
    await read();
    world.now = '2026-06-04T12:05:00.000Z';
    await read();
    expect(world.since).toEqual(['2026-06-01T12:00:00.000Z', '2026-06-04T11:55:00.000Z']);
  });

  it('has each attempt that failed made again once, whoever reads it and how often', async () => {
    const world = aWorld([failed(2, '2026-06-04T11:00:00Z'), failed(1, '2026-06-02T11:00:00Z')]);
    const [one, other] = [world.aProcess(), world.aProcess()];
    await one.read();
    await other.read();
    await one.work();
    await other.work();
    await world.aProcess().read();
    await other.work();
    expect(world.asked).toEqual(['1', '2']);
  });

  it('counts the failures of before, so that what keeps failing is asked for less often', async () => {
    const world = aWorld([failed(1, '2026-06-04T11:00:00Z')]);
    const { read, work } = world.aProcess();
    await read();
    await work();
    world.now = '2026-06-04T12:10:00.000Z';
    world.attempts.push(failed(2, '2026-06-04T12:05:30Z', { guid: 'guid-1' }));
    await read();
    expect(world.inbox.waiting).toMatchObject([{ unit: { attempt: '2' }, after: '2026-06-04T12:10:30.000Z' }]);
  });

  it('is read again later, from the same moment, when GitHub did not answer', async () => {
    const world = aWorld([failed(1, '2026-06-04T11:00:00Z')]);
    const { read } = world.aProcess();
    world.fault = named('Unreachable');
    await read();
    expect(world.inbox.waiting).toEqual([]);
    world.fault = null;
    await read();
    expect(world.since[1]).toBe(world.since[0]);
    expect(world.inbox.waiting).toHaveLength(1);
  });
});

describe('a lost delivery', () => {
  const redelivery = jobFor({ kind: 'redelivery', attempt: '1', guid: 'guid-1' });

  it('is not asked for when its job is stored after all', async () => {
    const world = aWorld([]);
    world.known = ['guid-1'];
    await world.inbox.put([redelivery]);
    await world.aProcess().work();
    expect([world.asked, world.outcomes]).toEqual([[], ['stored']]);
  });

  it('is given up when GitHub refuses, and tried again when it does not answer', async () => {
    const world = aWorld([]);
    world.fault = named('Refused');
    await world.inbox.put([redelivery]);
    await world.aProcess().work();
    expect(world.outcomes).toEqual(['refused']);
    world.fault = named('Unreachable');
    await world.inbox.put([{ ...redelivery, id: 'another' }]);
    await expect(world.aProcess().work()).rejects.toThrow('Unreachable');
  });
});
