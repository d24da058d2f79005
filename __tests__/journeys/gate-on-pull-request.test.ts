import { afterEach, expect, it } from '@jest/globals';
import { act } from '../entry/act.ts';
import { addLabels, charter, configuration, type House, openHouse, open as openIssue, patch } from './house.ts';

const gated = `${configuration}milestones:
  gate:
    labels: ['release-{milestone}']
`;

const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
});

interface CheckRun {
  id: number;
  name: string;
  conclusion: string;
  output: { title: string; summary: string };
}

async function aHouse() {
  const house = await openHouse(
    {},
    {
      files: { 'WORKING-GROUPS.md': charter, '.github/remit.yml': gated },
      labels: ['area/networking', 'P0', 'release-1.4'],
      collaborators: { 'octo-user-1': 'write', 'octo-lead-1': 'write' },
      pullRequests: [{ title: 'Release 1.4', author: 'octo-user-1', files: { 'CHANGES.md': '# 1.4\n' } }],
    },
  );
  houses.push(house);
  const lead = house.as('octo-lead-1');
  const checks = async () => {
    const pull = await lead<{ head: { sha: string } }>('GET /repos/{owner}/{repo}/pulls/1');
    const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
    return (await lead<{ check_runs: CheckRun[] }>(route, { ref: pull.head.sha })).check_runs;
  };
  return { house, lead, checks };
}

it('a release waits until its milestone is achieved, and says for what', async () => {
  const { house, lead, checks } = await aHouse();
  const { number } = (await openIssue(lead, 'It burns', { labels: ['area/networking', 'P0'], milestone: 1 })) as {
    number: number;
  };
  await house.settle();
  expect(await checks()).toEqual([]);

  await addLabels(lead, 1, 'release-1.4');
  await house.settle();
  const [check] = await checks();
  expect(check).toMatchObject({
    name: 'Remit / milestone',
    conclusion: 'failure',
    output: { title: '“1.4” is not achieved: of 1 open issue, 1 of the most urgent priority' },
  });
  expect(check?.output.summary).toContain(`/octo-org/octo-repo/issues/${number}) | \`P0\` is open | networking`);

  await patch(lead, number, { state: 'closed' });
  await lead('POST /repos/{owner}/{repo}/check-runs/{id}/rerequest', { id: check?.id });
  await house.settle();
  const after = await checks();
  expect(after.map(({ id, conclusion }) => [id, conclusion])).toEqual([[check?.id, 'success']]);
});

it('the Action fails its step for the same pull request, and passes for one that waits for nothing', async () => {
  const { house, lead } = await aHouse();
  await openIssue(lead, 'It burns', { labels: ['area/networking', 'P0'], milestone: 1 });
  const step = () =>
    act({
      event: 'pull_request',
      payload: { pull_request: { number: 1 } },
      inputs: { command: 'gate', token: house.github.as('octo-lead-1').token },
      env: { GITHUB_API_URL: house.github.apiUrl, GITHUB_REPOSITORY: 'octo-org/octo-repo' },
    });
  const before = await step();
  expect([before.failed, before.out]).toEqual([false, 'The pull request waits for no milestone.\n']);
  await addLabels(lead, 1, 'release-1.4');
  const { failed, out, outputs } = await step();
  expect([failed, outputs.passed]).toEqual([true, 'false']);
  expect(out).toMatch(/^::error::“1\.4” is not achieved: of 1 open issue/m);
});
