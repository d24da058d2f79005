import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deliveriesKept, lostDeliveries } from '../../src/engine/lost-deliveries.ts';
import type { DeliveryAttempt } from '../../src/model/upkeep-ports.ts';

const now = new Date('2026-06-04T12:00:00Z');

const anAttempt = (parts: Partial<DeliveryAttempt>): DeliveryAttempt => ({
  id: '1',
  guid: 'guid-1',
  event: 'issues',
  at: '2026-06-04T11:00:00Z',
  isTaken: false,
  ...parts,
});

const idsOf = (attempts: DeliveryAttempt[]) => lostDeliveries(attempts, now).map(({ attempt }) => attempt.id);

describe('a delivery', () => {
  it('is made again at once when its only attempt failed', () => {
    expect(lostDeliveries([anAttempt({})], now)).toEqual([{ attempt: anAttempt({}), due: '2026-06-04T11:00:00.000Z' }]);
  });

  it('is left alone when any attempt was taken, whichever was first', () => {
    const taken = anAttempt({ id: '2', at: '2026-06-04T10:00:00Z', isTaken: true });
    expect(idsOf([anAttempt({}), taken])).toEqual([]);
    expect(idsOf([taken, anAttempt({})])).toEqual([]);
  });

  it('is made again from its newest attempt, and less and less often while it fails', () => {
    const at = (hour: number) => `2026-06-04T0${hour}:00:00Z`;
    const tries = [1, 2, 3, 4].map((hour) => anAttempt({ id: String(hour), at: at(hour) }));
    expect(lostDeliveries(tries.slice(0, 2), now)).toMatchObject([
      { attempt: { id: '2' }, due: '2026-06-04T02:05:00.000Z' },
    ]);
    expect(lostDeliveries(tries, now)).toMatchObject([{ attempt: { id: '4' }, due: '2026-06-04T04:20:00.000Z' }]);
  });

  it('is left to the sweep when GitHub keeps it no more', () => {
    expect(idsOf([anAttempt({ at: '2026-06-01T11:59:59Z' }), anAttempt({ guid: 'guid-2', id: '2' })])).toEqual(['2']);
  });

  it('is left alone when nobody reads its event', () => {
    expect(idsOf([anAttempt({ event: 'star' }), anAttempt({ event: '__proto__', guid: 'guid-2' })])).toEqual([]);
  });

  it('is made again before those that are younger', () => {
    const older = anAttempt({ id: '1', guid: 'guid-1', at: '2026-06-04T09:00:00Z' });
    const younger = anAttempt({ id: '2', guid: 'guid-2', at: '2026-06-04T10:00:00Z' });
    expect(idsOf([younger, older])).toEqual(['1', '2']);
  });
});

describe('what is lost', () => {
  const attempts = fc.array(
    fc.record({
      id: fc.integer({ min: 1, max: 1000 }).map(String),
      guid: fc.constantFrom('guid-1', 'guid-2', 'guid-3'),
      event: fc.constantFrom('issues', 'push', 'star'),
      at: fc
        .date({ min: new Date('2026-05-30T00:00:00Z'), max: now, noInvalidDate: true })
        .map((date) => date.toISOString()),
      isTaken: fc.boolean(),
    }),
  );

  it('is each delivery at most once, and none that was taken, is old, or nobody reads', () => {
    fc.assert(
      fc.property(attempts, (log) => {
        const lost = lostDeliveries(log, now);
        expect(new Set(lost.map(({ attempt }) => attempt.guid)).size).toBe(lost.length);
        for (const { attempt, due } of lost) {
          expect(log.some(({ guid, isTaken }) => guid === attempt.guid && isTaken)).toBe(false);
          expect(Date.parse(attempt.at)).toBeGreaterThan(now.getTime() - deliveriesKept);
          expect(attempt.event).not.toBe('star');
          expect(Date.parse(due)).toBeGreaterThanOrEqual(Date.parse(attempt.at));
        }
      }),
    );
  });
});
