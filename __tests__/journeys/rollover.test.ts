import { afterEach, describe, expect, it } from '@jest/globals';
import { act } from '../entry/act.ts';
import { charter, configuration, type House, openHouse, open as openIssue, patch } from './house.ts';

const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

/** Three issues in 1.4, of which one is left alone, and one elsewhere on which the commands are given. */
async function aHouse() {
  const ignoring = configuration.replace('triage:\n', 'triage:\n  ignore: { labels: [on-hold] }\n');
  const house = await openHouse(
    {},
    {
      files: { 'WORKING-GROUPS.md': charter, '.github/remit.yml': ignoring },
      labels: ['area/networking', 'P1', 'on-hold'],
      milestones: ['1.4', '1.5', 'Nebulous Future'],
      collaborators: { 'octo-user-1': 'write', 'octo-lead-1': 'maintain', 'octo-lead-2': 'write' },
    },
  );
  houses.push(house);
  const lead = house.as('octo-lead-1');
  const labels = ['area/networking', 'P1'];
  await openIssue(lead, 'Release 1.4', { labels, milestone: 2 });
  for (const title of ['One', 'Two @octo-user-1']) await openIssue(lead, title, { labels, milestone: 1 });
  await openIssue(lead, 'Three', { labels: [...labels, 'on-hold'], milestone: 1 });
  await house.settle();
  const say = async (login: string, body: string) => {
    await house.as(login)('POST /repos/{owner}/{repo}/issues/1/comments', { body });
    await house.settle();
    return (await house.comments(1)).at(-1);
  };
  const titles = async () => {
    const issues = await lead<{ number: number; milestone: { title: string } }[]>('GET /repos/{owner}/{repo}/issues');
    return Object.fromEntries(issues.map(({ number, milestone }) => [number, milestone.title]));
  };
  return { house, lead, say, titles };
}

const before = { 1: '1.5', 2: '1.4', 3: '1.4', 4: '1.4' };

describe('/rollover', () => {
  it('lists what would move, and moves it when it is told to', async () => {
    const { house, lead, say, titles } = await aHouse();
    const list = await say('octo-lead-1', '/rollover 1.4 to 1.5');
    expect(list).toContain('2 open issues would move from `1.4` to `1.5`.');
    expect(list).toMatch(/^- `#3` `Two @octo-user-1`$/m);
    expect(list).toContain('- `#4` `Three` stays: the label `on-hold` is ignored');
    expect(list).toContain('They go with `/rollover 1.4 to 1.5 now`');
    expect(await titles()).toEqual(before);

    await patch(lead, 2, { milestone: 3 });
    await house.settle();
    expect(await say('octo-lead-1', '/rollover 1.4 to 1.5 now')).toContain('1 open issue moves from `1.4` to `1.5`.');
    expect(await titles()).toEqual({ ...before, 2: 'Nebulous Future', 3: '1.5' });
  });

  it('is for those who may, and costs no reading for others', async () => {
    const { house, say, titles } = await aHouse();
    house.requests();
    expect(await say('octo-lead-2', '/rollover 1.4 to 1.5 now')).toContain('it takes the maintain role');
    expect(await titles()).toEqual(before);
    // The issue with what the command needs; the role is asked for by REST.
    expect(house.requests()).toMatchObject({ reads: 1 });
  });

  it('notes on none of the issues that they were listed', async () => {
    const { house, say } = await aHouse();
    await say('octo-lead-1', '/rollover 1.4 to 1.5');
    const timeline = await house.as('octo-lead-1')<{ event: string }[]>('GET /repos/{owner}/{repo}/issues/3/timeline');
    expect(timeline.filter(({ event }) => event === 'cross-referenced')).toEqual([]);
  });

  it('is done by the Action in the same run', async () => {
    const { house, titles } = await aHouse();
    house.github.setWebhookUrl('http://127.0.0.1:9/');
    await house.as('octo-lead-1')('POST /repos/{owner}/{repo}/issues/1/comments', { body: '/rollover 1.4 to 1.5 now' });
    await house.github.settled();
    const { event, payload } = house.github.deliveries.at(-1)!;
    const { failed, out } = await act({
      event,
      payload,
      inputs: { token: house.github.as('octo-lead-2').token },
      env: { GITHUB_API_URL: house.github.apiUrl, GITHUB_REPOSITORY: 'octo-org/octo-repo', REMIT_LOGIN: 'remit[bot]' },
    });
    expect([failed, out]).toEqual([false, expect.stringContaining('a milestone rolled over: ')]);
    expect(await titles()).toEqual({ ...before, 2: '1.5', 3: '1.5' });
  });
});
