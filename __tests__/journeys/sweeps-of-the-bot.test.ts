import { afterEach, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/adapters/store.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Seed } from '../../src/emulator/seed.ts';
import { settle } from '../../src/entry/demo/settle.ts';
import type { KeptSweep } from '../../src/model/upkeep-ports.ts';
import { inFolder, onServer, type Place } from '../contracts/places.ts';
import { serverAnswers } from '../postgres-server.ts';
import { aTimer, until } from './a-timer.ts';
import { charter, configuration, seedWith, startBotOn } from './house.ts';
import { commentsWritten } from './written.ts';

/** Shorter than a token lives: the clock of the emulated GitHub moves on by it. */
const between = 10 * 60_000;
const files = {
  'WORKING-GROUPS.md': charter,
  '.github/remit.yml': configuration.replace('triage:', 'triage:\n  since: 2026-01-01'),
};

const untidy = { title: 'Untidy', labels: ['P1'], createdAt: '2026-02-03T04:05:06Z' };
const tidy = { ...untidy, title: 'Tidy', labels: ['P1', 'area/config'], milestone: '1.4' };
const many = (count: number) => Array.from({ length: count }, (_, index) => (index % 10 === 0 ? untidy : tidy));

const toClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

type SeedParts = Parameters<typeof seedWith>[0];

async function aGitHub(repository: SeedParts, others: NonNullable<Seed['repositories']> = []): Promise<Emulator> {
  const seed = seedWith({ files, ...repository });
  const github = await startEmulator({ seed: { ...seed, repositories: [...(seed.repositories ?? []), ...others] } });
  toClose.push(github.close);
  return github;
}

/** A bot of its own process over a store in the place; `stop` is as if it were restarted. */
async function aProcess(github: Emulator, { database, schema }: Pick<Place, 'database' | 'schema'>) {
  const store = await openStore({ database, schema });
  const timer = aTimer();
  const bot = await startBotOn(github, store, { every: timer.every, sweepEvery: between });
  const stop = async () => {
    await bot.stop();
    await store.close();
  };
  const kept = () => store.sweeps.list({ limit: 100 });
  return {
    bot,
    store,
    kept,
    stop,
    tick: timer.tick,
    async untilSwept(count = 1) {
      await until(async () => {
        const sweeps = await kept();
        return sweeps.length >= count && sweeps.every(({ ended }) => ended !== null);
      });
      await settle(github, store.inbox);
    },
  };
}

function aPlace(make: () => Place): Place {
  const place = make();
  toClose.push(place.remove);
  return place;
}

const told = ({ report }: KeptSweep) => report as Record<string, unknown>;
const checklists = (github: Emulator, numbers: number[]) => numbers.map((number) => commentsWritten(github, number));
const untidyOnes = (count: number) => many(count).flatMap((issue, index) => (issue === untidy ? [index + 1] : []));

describe('a sweep whose time has come', () => {
  it('brings into order what nobody was told of, and leaves the rest alone', async () => {
    const github = await aGitHub({ issues: many(120) });
    github.setWebhookUrl('http://127.0.0.1:9/');
    const bot = await aProcess(github, aPlace(inFolder));
    toClose.push(bot.stop);
    await bot.untilSwept();
    expect((await bot.kept()).map(told)).toMatchObject([
      { ended: 'complete', covered: 120, total: 120, wanting: 12, unread: 0, requests: 2 },
    ]);
    expect(checklists(github, untidyOnes(120))).toEqual(untidyOnes(120).map(() => 1));
    expect(github.requests.filter(({ kind }) => kind === 'mutation')).toHaveLength(12);

    github.clock.advance(between);
    bot.tick();
    await bot.untilSwept(2);
    expect(told((await bot.kept())[0]!)).toMatchObject({ ended: 'complete', covered: 120, wanting: 0 });
    expect(github.requests.filter(({ kind }) => kind === 'mutation')).toHaveLength(12);
  });

  it('goes on where it was when the process was stopped in the middle', async () => {
    const github = await aGitHub({ issues: many(230) });
    github.setWebhookUrl('http://127.0.0.1:9/');
    const place = aPlace(inFolder);
    const first = await aProcess(github, place);
    await until(async () => (await first.kept()).some(({ step }) => step >= 1));
    await first.stop();
    const second = await aProcess(github, place);
    toClose.push(second.stop);
    await second.untilSwept();
    expect((await second.kept()).map(told)).toMatchObject([{ ended: 'complete', covered: 230, wanting: 23 }]);
    expect(checklists(github, untidyOnes(230))).toEqual(untidyOnes(230).map(() => 1));
  });

  const test = serverAnswers ? it : it.skip;
  test('is done once by two processes, though issues are closed, transferred and renamed meanwhile', async () => {
    const elsewhere = { owner: 'octo-org', name: 'elsewhere', collaborators: { 'octo-lead-1': 'admin' as const } };
    const github = await aGitHub({ issues: many(230), collaborators: { 'octo-lead-1': 'admin' } }, [elsewhere]);
    github.setWebhookUrl('http://127.0.0.1:9/');
    const place = aPlace(onServer);
    const [one, other] = [await aProcess(github, place), await aProcess(github, place)];
    toClose.push(one.stop, other.stop);
    await until(async () => (await one.kept()).some(({ step }) => step >= 1));
    await asLead(github, 'PATCH', '/issues/1', { state: 'closed' });
    await transfer(github, 11);
    await asLead(github, 'PATCH', '/milestones/1', { title: '1.4 (spring)' });
    await one.untilSwept(2);
    const [swept] = (await one.kept()).filter(({ repository }) => repository.name === 'octo-repo');
    expect(swept?.report).toMatchObject({ ended: 'complete', unread: 0 });
    const left = untidyOnes(230).filter((number) => number !== 1 && number !== 11);
    expect(checklists(github, left)).toEqual(left.map(() => 1));
    expect((await one.store.inbox.counts()).dead).toBe(0);
  });

  it('covers a repository without issues, and asks for nothing of those that are archived or have issues disabled', async () => {
    const others = [{ owner: 'octo-org', name: 'archived', archived: true, issues: [untidy] }];
    const github = await aGitHub({}, [...others, { owner: 'octo-org', name: 'without' }]);
    const [, , without] = [...github.state.repositories.values()];
    without!.hasIssues = false;
    const bot = await aProcess(github, aPlace(inFolder));
    toClose.push(bot.stop);
    await bot.untilSwept();
    expect((await bot.kept()).map(({ repository, report }) => [repository.name, report])).toEqual([
      ['octo-repo', expect.objectContaining({ ended: 'complete', covered: 0, total: 0 })],
    ]);
  });
});

async function asLead(github: Emulator, method: string, path: string, body: object): Promise<void> {
  const { token } = github.as('octo-lead-1');
  const address = path.startsWith('/graphql') ? github.graphqlUrl : `${github.apiUrl}/repos/octo-org/octo-repo${path}`;
  const headers = { authorization: `token ${token}` };
  const response = await fetch(address, { method, headers, body: JSON.stringify(body) });
  expect(response.status).toBe(200);
}

async function transfer(github: Emulator, number: number): Promise<void> {
  const [home, elsewhere] = [...github.state.repositories.values()];
  const query =
    'mutation ($id: ID!, $to: ID!) { transferIssue(input: { issueId: $id, repositoryId: $to }) { __typename } }';
  const variables = { id: home!.issues.get(number)!.nodeId, to: elsewhere!.nodeId };
  await asLead(github, 'POST', '/graphql', { query, variables });
}
