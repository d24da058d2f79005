import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { place, silent, startOctoWorld } from './octo-world.ts';

let emulator: Emulator;
beforeEach(async () => {
  // The plugins reckon with the time of the system.
  emulator = await startOctoWorld({ clock: () => new Date() });
});
afterEach(() => emulator.close());

const token = () => emulator.as('octo-user-1').token;

it('the Action toolkit’s client works on it as it is, by REST, GraphQL and pages', async () => {
  const octokit = getOctokit(token(), { baseUrl: emulator.apiUrl });
  for (let number = 1; number <= 5; number++) await octokit.rest.issues.create({ ...place, title: `Issue ${number}` });
  const all = await octokit.paginate(octokit.rest.issues.listForRepo, { ...place, per_page: 2 });
  expect(all.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
  const { repository } = await octokit.graphql<{ repository: { issues: { totalCount: number } } }>(
    'query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { issues(first: 1) { totalCount } } }',
    place,
  );
  expect(repository.issues.totalCount).toBe(5);
});

it('the Action toolkit’s client with the retry plugin reads all pages though many requests fail', async () => {
  const seeding = getOctokit(token(), { baseUrl: emulator.apiUrl });
  for (let number = 1; number <= 9; number++) await seeding.rest.issues.create({ ...place, title: `Issue ${number}` });
  emulator.faults.add({ method: 'GET', probability: 0.33, seed: 7, fault: { kind: 'status', status: 503 } });
  emulator.faults.add({
    method: 'GET',
    probability: 0.33,
    seed: 8,
    fault: { kind: 'timeout', effect: 'before', ms: 5 },
  });
  emulator.faults.add({ method: 'GET', probability: 0.33, seed: 9, fault: { kind: 'slow', ms: 5 } });
  const options = { baseUrl: emulator.apiUrl, log: silent, retry: { retries: 8, retryAfterBaseValue: 1 } };
  const octokit = getOctokit(token(), options, retry);
  const all = await octokit.paginate(octokit.rest.issues.listForRepo, { ...place, per_page: 2, direction: 'asc' });
  expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(new Set(emulator.requests.map(({ fault }) => fault))).toEqual(
    new Set([undefined, 'status', 'timeout', 'slow']),
  );
});

it('Octokit’s retry plugin gets an answer behind two failures', async () => {
  emulator.faults.add({ method: 'GET', times: 2, fault: { kind: 'status', status: 502 } });
  const Retrying = Octokit.plugin(retry);
  const octokit = new Retrying({
    auth: token(),
    baseUrl: emulator.apiUrl,
    log: silent,
    retry: { retryAfterBaseValue: 1 },
  });
  const { data } = await octokit.rest.repos.get(place);
  expect(data.full_name).toBe('octo-org/octo-repo');
  expect(emulator.requests.map(({ status }) => status)).toEqual([502, 502, 200]);
});

it('Octokit’s throttling plugin is told when a limit is spent, and for how long', async () => {
  emulator.limits.set({ core: 1 });
  const told: string[] = [];
  const Throttled = Octokit.plugin(throttling);
  const octokit = new Throttled({
    auth: token(),
    baseUrl: emulator.apiUrl,
    log: silent,
    throttle: {
      onRateLimit: (seconds) => void told.push(`primary, ${seconds > 0}`),
      onSecondaryRateLimit: () => void told.push('secondary'),
    },
  });
  await octokit.rest.repos.get(place);
  await expect(octokit.rest.repos.get(place)).rejects.toThrow(/rate limit exceeded/);
  expect(told).toEqual(['primary, true']);
});
