import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { places } from '../contracts/places.ts';
import { aTimer, until } from './a-timer.ts';
import { charter, configuration, seedWith, startBotOn } from './house.ts';
import { openReachable, type ReachableStore } from './reachable-store.ts';
import { goOnWithTime, haltTime, letPass } from './time.ts';
import { labelsWritten } from './written.ts';

const wantingEpics = `triage:
  since: 2026-01-01
  patience: 0s
  speak: label
  requirements: { owner: false, milestone: false, priority: false, epic: true }
`;

const day = 24 * 60 * 60_000;

beforeAll(haltTime);
afterAll(goOnWithTime);

describe.each(places)('a sweep of the bot whose rate limit is spent in the middle, with %s', (_name, aPlace, there) => {
  const test = there ? it : it.skip;
  const toClose: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of toClose.splice(0).reverse()) await close();
  });

  let github: Emulator;
  let store: ReachableStore;
  let timer: ReturnType<typeof aTimer>;

  /** A bot on a GitHub that tells it nothing, and allows it so many points an hour. */
  async function start(repository: Parameters<typeof seedWith>[0], points: number): Promise<void> {
    github = await startEmulator({ seed: seedWith(repository), limits: { graphql: points } });
    toClose.push(github.close);
    const place = aPlace();
    toClose.push(place.remove);
    store = await openReachable(place);
    timer = aTimer();
    const bot = await startBotOn(github, store, { every: timer.every, sweepEvery: day });
    toClose.push(async () => {
      await bot.stop();
      await store.close();
    });
  }

  const kept = () => store.sweeps.list({ limit: 10 });
  /** Until so many sweeps have begun, and nothing is to be done before its time comes. */
  async function untilItWaits(count = 1): Promise<void> {
    await until(async () => (await kept()).length >= count);
    await store.calm(github);
  }
  /** Hour after hour, as GitHub gives more. @returns how many seconds each wait was. */
  async function untilAllIsDone(): Promise<number[]> {
    const waits: number[] = [];
    while ((await store.inbox.list(1)).length > 0) {
      expect(waits.length).toBeLessThan(20);
      for (const job of await store.inbox.list(300)) expect(job).toMatchObject({ state: 'later', tries: 0 });
      waits.push(await store.untilAllAreDue(github));
      await store.calm(github);
    }
    return waits;
  }
  const issuesOf = () => [...[...github.state.repositories.values()][0]!.issues.values()];
  const comments = () => issuesOf().map((issue) => issue.comments.length);

  const untidy = { title: 'Untidy', labels: ['P1', 'area/config'], createdAt: '2026-02-03T04:05:06Z' };
  const mixed = Array.from({ length: 130 }, (_, index) =>
    index % 10 === 0 ? untidy : { ...untidy, milestone: '1.4' },
  );
  const since = configuration.replace('triage:', 'triage:\n  since: 2026-01-01');
  const files = { 'WORKING-GROUPS.md': charter, '.github/remit.yml': since };

  test.each([20, 30])('of %i points an hour waits as GitHub says, and does all of it once', async (points) => {
    await start({ issues: mixed, files }, points);
    await untilItWaits();
    expect((await kept())[0]).toMatchObject({ ended: null, report: { ended: null, covered: 100 } });
    const asked = github.requests.length;
    const waits = await untilAllIsDone();
    expect(Math.min(...waits)).toBeGreaterThan(3000);
    expect(github.requests.length - asked).toBeLessThan(13 * 2 + 10 * waits.length);
    expect((await kept()).map(({ report }) => report)).toMatchObject([
      { ended: 'complete', covered: 130, wanting: 13 },
    ]);
    expect(comments()).toEqual(mixed.map((issue) => (issue === untidy ? 1 : 0)));
    expect(await store.inbox.counts()).toMatchObject({ waiting: 0, dead: 0 });
  });

  test('decides by what is so when it goes on: an epic lost its label, and the next sweep finds what was before', async () => {
    const below = Array.from({ length: 129 }, (_, index) => ({ ...untidy, parent: index < 65 ? 1 : 2 }));
    await start(
      {
        issues: [{ ...untidy, labels: ['epic'] }, ...below],
        files: { '.github/remit.yml': wantingEpics },
        labels: ['epic', 'needs-epic'],
      },
      30,
    );
    await untilItWaits();
    expect((await kept())[0]).toMatchObject({ report: { ended: null, covered: 100, wanting: 0 } });
    const [epic] = issuesOf();
    const address = `${github.apiUrl}/repos/octo-org/octo-repo/issues/${epic!.number}/labels/epic`;
    const headers = { authorization: `token ${github.as('octo-lead-1').token}` };
    expect((await fetch(address, { method: 'DELETE', headers })).status).toBe(200);
    github.limits.set(null);
    await untilAllIsDone();
    const labelled = () => issuesOf().filter(({ labels }) => labels.some(({ name }) => name === 'needs-epic'));
    expect(labelled().map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    letPass(day, github);
    timer.tick();
    await untilItWaits(2);
    await untilAllIsDone();
    expect(labelled()).toHaveLength(130);
    for (const { number } of issuesOf()) expect(labelsWritten(github, number)).toEqual(['+needs-epic']);
  });
});
