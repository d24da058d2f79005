import { afterEach, expect, it } from '@jest/globals';
import { act } from '../entry/act.ts';
import { charter, configuration, type House, openHouse, open as openIssue } from './house.ts';

const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

interface Milestone {
  state: string;
  description: string | null;
}

async function aHouse(setting: string) {
  const files = {
    'WORKING-GROUPS.md': charter,
    '.github/remit.yml': `${configuration}milestones:\n  closed-early: ${setting}\n`,
  };
  const house = await openHouse({}, { files, milestones: [{ title: '1.4', description: 'The next one' }] });
  houses.push(house);
  const lead = house.as('octo-lead-1');
  for (const title of ['It burns', 'So does this'])
    await openIssue(lead, title, { labels: ['area/networking', 'P0'], milestone: 1 });
  await house.settle();
  const close = async () => {
    await lead('PATCH /repos/{owner}/{repo}/milestones/1', { state: 'closed' });
    await house.settle();
  };
  const milestone = () => lead<Milestone>('GET /repos/{owner}/{repo}/milestones/1');
  const openings = () =>
    house.github.deliveries.filter(({ event, action }) => event === 'milestone' && action === 'opened');
  return { house, close, milestone, openings };
}

it('a milestone that is closed too early is opened again once, and then it is the person’s', async () => {
  const { house, close, milestone, openings } = await aHouse('reopen');
  await close();
  expect(await milestone()).toMatchObject({
    state: 'open',
    description: expect.stringMatching(/^The next one\n\n<!-- remit:/),
  });
  expect(openings()).toHaveLength(1);
  expect(await house.comments(1)).toEqual([]);

  await close();
  expect((await milestone()).state).toBe('closed');
  expect((await house.comments(1))[0]).toContain('milestone `1.4` is closed');
});

it('by itself Remit leaves it closed, and says so on the issue and in the sweep', async () => {
  const { house, close, milestone } = await aHouse('report');
  await close();
  expect((await milestone()).state).toBe('closed');
  expect((await house.comments(2))[0]).toContain('milestone `1.4` is closed');
  const { summary, outputs } = await act({
    event: 'schedule',
    inputs: { token: house.github.as('octo-lead-1').token },
    env: { GITHUB_API_URL: house.github.apiUrl, GITHUB_REPOSITORY: 'octo-org/octo-repo', REMIT_LOGIN: 'remit[bot]' },
  });
  expect(JSON.parse(outputs.report!).closedEarly).toEqual([
    { milestone: '1.4', issues: ['octo-org/octo-repo#2', 'octo-org/octo-repo#1'] },
  ]);
  expect(summary).toMatch(/^- `1\.4` was closed with issues of the most urgent priority open: \[#2\]\(.*\), \[#1\]/m);
});
