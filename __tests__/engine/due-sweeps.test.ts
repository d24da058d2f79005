import { describe, expect, it } from '@jest/globals';
import type { Job } from '../../src/model/ports.ts';
import { aSweepingBot } from './a-sweeping-bot.ts';

describe('when sweeps are due', () => {
  const due: Job = { id: 'sweeps at noon', installation: 0, unit: { kind: 'installations' } };

  it('each repository of each installation is swept, once though it is told twice', async () => {
    const bot = aSweepingBot();
    await bot.handle(due);
    await bot.handle(due);
    expect(bot.inbox.ids).toEqual(['sweeps at noon/7', 'sweeps at noon/8']);
    await bot.drain();
    expect([...bot.book.kept.keys()]).toEqual([
      'sweeps at noon/7/octo-org/octo-repo',
      'sweeps at noon/8/octo-org/octo-repo',
    ]);
  });

  it('one that still goes on is told of and goes on, and no second one begins beside it', async () => {
    const bot = aSweepingBot({ count: 150 });
    bot.github.allowance = { left: 0, of: 5000, resetsAt: '2026-06-02T00:00:00Z' };
    await bot.put(bot.sweep());
    await bot.drain();
    await bot.put({
      id: 'sweeps at noon/7',
      installation: 7,
      unit: { kind: 'repositories', why: 'schedule', only: null },
    });
    await bot.drain();
    expect([...bot.book.kept.keys()]).toEqual(['a sweep']);
    expect(bot.outcomes).toEqual(['waiting', 'overdue']);
  });

  it('after an installation those that the event names are looked at', async () => {
    const bot = aSweepingBot();
    const other = { owner: 'octo-org', name: 'other' };
    await bot.put({ id: 'guid', installation: 7, unit: { kind: 'repositories', why: 'installation', only: [other] } });
    await bot.drain();
    expect([...bot.book.kept.values()]).toMatchObject([{ id: 'guid/octo-org/other', why: 'installation' }]);
  });
});
