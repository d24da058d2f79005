import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/adapters/store.ts';
import type { SweepReport } from '../../src/engine/sweep-report.ts';
import { aTimer, until } from './a-timer.ts';
import { charter, commit, configuration, type House, open, openHouse } from './house.ts';

const path = 'WORKING-GROUPS.md';
const called = (name: string) => charter.replaceAll('Config |', `${name} |`).replaceAll('Config,', `${name},`);

let house: House;
let timer: ReturnType<typeof aTimer>;
const between = 10 * 60_000;

beforeEach(async () => {
  timer = aTimer();
  const kept = { retries: { limit: 3, delaySeconds: 0 } };
  const issues = Array.from({ length: 120 }, (_, index) => ({
    title: `Issue ${index + 1}`,
    labels: ['P1', index % 3 === 0 ? 'area/config' : 'area/networking'],
    milestone: '1.4',
    createdAt: '2026-02-03T04:05:06Z',
  }));
  const files = {
    [path]: charter,
    '.github/remit.yml': configuration.replace('triage:', 'triage:\n  since: 2026-01-01'),
  };
  const labels = ['area/config', 'area/networking', 'area/user-experience', 'P0', 'P1', 'P2', 'needs-owner'];
  const time = { every: timer.every, sweepEvery: between };
  house = await openHouse(kept, { issues, files, labels }, openStore, time);
  await untilSwept(1);
  house.requests();
});
afterEach(() => house.close());

const sweeps = () => house.store.sweeps.list({ limit: 100 });

async function untilSwept(count: number): Promise<void> {
  await until(async () => {
    const all = await sweeps();
    return all.length >= count && all.every(({ ended }) => ended !== null);
  });
  await house.settle();
}

/** Merges a version of the document. */
const merge = (text: string) => commit(house.as('octo-lead-1'), path, text);

const repository = () => [...house.github.state.repositories.values()][0]!;
const labels = () =>
  [...repository().labels.values()].map(({ name }) => name).filter((name) => name.startsWith('area/'));
const carrying = (label: string) =>
  [...repository().issues.values()].filter((issue) => issue.labels.some(({ name }) => name === label)).length;
const nodeId = (label: string) => repository().labels.get(label)?.nodeId;
const renames = () => house.github.requests.filter(({ method }) => method === 'PATCH').length;

describe('a group that gets a new name', () => {
  it('keeps its issues: its label is renamed, and they are decided on again, a hundred a request', async () => {
    const before = nodeId('area/config');
    await merge(called('Settings'));
    await house.settle();
    await untilSwept(2);
    expect(labels().sort()).toEqual(['area/networking', 'area/settings', 'area/user-experience']);
    expect(nodeId('area/settings')).toBe(before);
    expect([carrying('area/settings'), renames()]).toEqual([40, 1]);
    const [swept] = await sweeps();
    expect(swept).toMatchObject({
      why: 'governance',
      labels: { renamed: [{ from: 'area/config', to: 'area/settings' }] },
    });
    expect(swept?.report as SweepReport).toMatchObject({ ended: 'complete', covered: 120, unowned: 0, wanting: 0 });
    expect(house.requests().writes).toBe(0);
  });

  it('has its old label again after a revert', async () => {
    const before = nodeId('area/config');
    await merge(called('Settings'));
    await house.settle();
    await merge(charter);
    await house.settle();
    await untilSwept(3);
    expect(labels().sort()).toEqual(['area/config', 'area/networking', 'area/user-experience']);
    expect([nodeId('area/config'), carrying('area/config')]).toEqual([before, 40]);
  });

  it('has its issues decided on again after the branch is set back to where it was', async () => {
    const lead = house.as('octo-lead-1');
    await merge(called('Settings'));
    await house.settle();
    const { object } = await lead<{ object: { sha: string } }>('GET /repos/{owner}/{repo}/git/ref/heads/main');
    await merge(called('Options'));
    await house.settle();
    await lead('PATCH /repos/{owner}/{repo}/git/refs/heads/main', { sha: object.sha, force: true });
    await house.settle();
    await untilSwept(4);
    expect((await sweeps())[0]?.labels?.renamed).toEqual([{ from: 'area/options', to: 'area/settings' }]);
    expect(carrying('area/settings')).toBe(40);
  });

  it('has its last name after two merges in a row, whichever of them is told first', async () => {
    house.github.webhooks.disturb({ event: 'push', nth: 1, disturbance: { kind: 'overtaken', by: 1 } });
    await merge(called('Settings'));
    await merge(called('Options'));
    await house.settle();
    await untilSwept(2);
    expect(labels().sort()).toEqual(['area/networking', 'area/options', 'area/user-experience']);
    expect(carrying('area/options')).toBe(40);
    expect((await house.store.inbox.counts()).dead).toBe(0);
  });

  it('is found, too, where nobody was told of the merge', async () => {
    house.github.webhooks.disturb({ event: 'push', disturbance: { kind: 'lost' } });
    await merge(called('Settings'));
    house.github.clock.advance(between);
    timer.tick();
    await untilSwept(3);
    expect(labels()).toContain('area/settings');
    expect(renames()).toBe(1);
  });

  it('gives its issues the label that there is under the new name already, and tells so', async () => {
    const lead = house.as('octo-lead-1');
    await lead('POST /repos/{owner}/{repo}/labels', { name: 'area/settings', color: 'c0ffee' });
    await lead('DELETE /repos/{owner}/{repo}/issues/1/labels/area%2Fconfig');
    await lead('POST /repos/{owner}/{repo}/issues/4/labels', { labels: ['area/settings'] });
    await lead('DELETE /repos/{owner}/{repo}/issues/4/labels/area%2Fsettings');
    await house.settle();
    await merge(called('Settings'));
    await house.settle();
    await untilSwept(2);
    expect(labels()).toContain('area/config');
    expect([carrying('area/config'), carrying('area/settings'), renames()]).toEqual([39, 38, 0]);
    expect((await sweeps())[0]?.labels?.joined).toEqual([{ from: 'area/config', to: 'area/settings' }]);
    expect(await house.labels(4)).toEqual(['P1', 'area/config']);
  });

  it('gives an issue the labels of two groups that are there already', async () => {
    const lead = house.as('octo-lead-1');
    for (const name of ['area/settings', 'area/traffic'])
      await lead('POST /repos/{owner}/{repo}/labels', { name, color: 'c0ffee' });
    await lead('POST /repos/{owner}/{repo}/issues/1/labels', { labels: ['area/networking'] });
    await house.settle();
    await merge(called('Settings').replace('Networking |', 'Traffic |').replace('Networking -', 'Traffic -'));
    await house.settle();
    await untilSwept(2);
    expect([carrying('area/settings'), carrying('area/traffic')]).toEqual([40, 81]);
  });

  it('is renamed once where GitHub fails in between, and left alone when a person names it back', async () => {
    const at = '/repos/{owner}/{repo}/labels/{name}';
    house.github.faults.add({
      method: 'PATCH',
      path: at,
      times: 1,
      fault: { kind: 'status', status: 502, effect: 'after' },
    });
    await merge(called('Settings'));
    await house.settle();
    await untilSwept(2);
    expect(labels()).toContain('area/settings');
    house.github.faults.clear();
    const lead = house.as('octo-lead-1');
    await lead('PATCH /repos/{owner}/{repo}/labels/area%2Fsettings', { new_name: 'area/config' });
    await house.settle();
    await merge(called('Settings').replace('| Configuration', '| All that can be set'));
    await house.settle();
    await untilSwept(3);
    expect(labels()).toContain('area/config');
  });

  it('is renamed once the document can be read again, and before that it is said to be unknown', async () => {
    await merge('# Nothing that could be read as a charter\n');
    await house.settle();
    await untilSwept(2);
    expect(labels()).toContain('area/config');
    expect(house.requests().writes).toBe(0);
    await merge(called('Settings'));
    await house.settle();
    await untilSwept(3);
    expect([labels().includes('area/settings'), carrying('area/settings')]).toEqual([true, 40]);
  });
});

describe('a merge that changes nothing of who owns what', () => {
  it('has no issue decided on again', async () => {
    await commit(house.as('octo-lead-1'), '.github/remit.yml', `${configurationNow}# a remark\n`);
    await open(house.as('octo-user-1'), 'Another', { labels: ['area/config', 'P1'], milestone: 1 });
    await house.settle();
    expect(await sweeps()).toHaveLength(1);
  });
});

const configurationNow = configuration.replace('triage:', 'triage:\n  since: 2026-01-01');
