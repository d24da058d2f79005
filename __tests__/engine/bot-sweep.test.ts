import { describe, expect, it } from '@jest/globals';
import { aSweepingBot, cause, repository } from './a-sweeping-bot.ts';
import { Life } from './life.ts';

describe('a sweep of the bot', () => {
  it('decides on all open issues, a hundred a request, and makes a job of each that needs a change', async () => {
    const bot = aSweepingBot({ count: 230 });
    await bot.put(bot.sweep());
    await bot.drain();
    expect(bot.github.requests.filter((request) => request.includes('newest'))).toHaveLength(3);
    expect(bot.github.requests.filter((request) => request.startsWith('write'))).toEqual([]);
    expect(new Set(bot.looks.map(({ id }) => id)).size).toBe(230);
    expect(bot.looks[0]).toMatchObject({ installation: 7, background: true, cause });
    expect(bot.report()).toMatchObject({ ended: 'complete', covered: 230, wanting: 230, unread: 0 });
    expect([bot.outcomes, bot.looked]).toEqual([['complete'], { covered: 230, wanting: 230, unread: 0 }]);
  });

  it('has pull requests looked at that wait for a milestone once it is complete, but not after an installation', async () => {
    const bot = aSweepingBot({ count: 130 });
    await bot.put(bot.sweep());
    await bot.drain();
    expect(bot.gates).toEqual(['a sweep, gates']);
    const trial = aSweepingBot();
    await trial.put(trial.sweep('installation'));
    await trial.drain();
    expect(trial.gates).toEqual([]);
  });

  it('counts and makes nothing twice when a step is done again', async () => {
    const bot = aSweepingBot({ count: 150 });
    const first = bot.sweep();
    await bot.handle(first);
    await bot.handle(first);
    await bot.drain();
    await bot.handle(first);
    expect(bot.report()).toMatchObject({ covered: 150, wanting: 150 });
    expect(bot.inbox.ids).toEqual([]);
    expect(bot.looks).toHaveLength(150);
  });

  it('has done all the same where it is killed at any moment', async () => {
    const undisturbed = aSweepingBot({ count: 230 });
    await undisturbed.put(undisturbed.sweep());
    await undisturbed.drain();
    let deaths = 0;
    for (let lives = true; lives; deaths++) {
      const life = new Life(deaths);
      const bot = aSweepingBot({ count: 230, life });
      await bot.put(bot.sweep());
      await bot.drain().catch(() => {});
      lives = life.isOver;
      await bot.reborn();
      expect([bot.gates, bot.looks.length, bot.report()]).toEqual([
        undisturbed.gates,
        undisturbed.looks.length,
        undisturbed.report(),
      ]);
    }
    expect(deaths).toBeGreaterThan(12);
  });

  it('waits where its share of the rate limit is spent, says so, and goes on when there is more', async () => {
    const bot = aSweepingBot({ count: 230 });
    bot.github.allowance = { left: 2400, of: 5000, resetsAt: '2026-06-01T00:40:00Z' };
    await bot.put(bot.sweep());
    await bot.drain();
    expect(bot.report()).toMatchObject({ ended: null, covered: 100 });
    expect(bot.outcomes).toEqual(['waiting']);
    expect(bot.told).toMatchObject([{ message: expect.stringMatching(/not complete/), record: { covered: 100 } }]);
    bot.github.allowance = { left: 5000, of: 5000, resetsAt: '2026-06-01T01:40:00Z' };
    await bot.drain('2026-06-01T00:39:59.000Z');
    expect(bot.report()).toMatchObject({ covered: 100 });
    await bot.drain('2026-06-01T00:40:00.000Z');
    expect(bot.report()).toMatchObject({ ended: 'complete', covered: 230 });
    expect(bot.outcomes).toEqual(['waiting', 'complete']);
  });

  it('leaves alone what is older than Remit here, unless it is asked to', async () => {
    const bot = aSweepingBot({ count: 3 });
    bot.github.installed = '2026-05-15T00:00:00Z';
    await bot.put(bot.sweep());
    await bot.drain();
    expect(bot.looks).toEqual([]);
  });

  it('after an installation only reports what would be changed, also of what is older', async () => {
    const bot = aSweepingBot({ count: 3 });
    bot.github.installed = '2026-05-15T00:00:00Z';
    await bot.put(bot.sweep('installation'));
    await bot.drain();
    expect(bot.looks).toEqual([]);
    expect(bot.report()).toMatchObject({ ended: 'complete', wanting: 3, effects: { checklist: 3 } });
    expect(bot.told).toMatchObject([{ message: expect.stringMatching(/changed nothing/), record: { wanting: 3 } }]);
  });

  it('ends where the repository is not there any more', async () => {
    const bot = aSweepingBot();
    bot.github.readIssuePage = async () => null as never;
    await bot.put(bot.sweep());
    await bot.drain();
    expect(bot.outcomes).toEqual(['gone']);
    expect(bot.book.kept.get('a sweep')?.ended).not.toBeNull();
  });

  it('begins anew where an earlier version kept something else', async () => {
    const bot = aSweepingBot({ count: 3 });
    await bot.put(bot.sweep());
    const began = '2026-06-01T00:00:00Z';
    const kept = { id: 'a sweep', installation: 7, repository, why: 'schedule', began, ended: null, step: 0 } as const;
    await bot.book.keep({ ...kept, report: { covered: 'many' } });
    await bot.drain();
    expect(bot.report()).toMatchObject({ ended: 'complete', covered: 3 });
  });
});
