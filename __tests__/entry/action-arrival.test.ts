import { afterEach, describe, expect, it } from '@jest/globals';
import { aRepository, ask, charter, closeAll, untidy } from './action-place.ts';

afterEach(closeAll);

describe('issues from before the Action came', () => {
  const before = { ...untidy, createdAt: '2020-01-02T03:04:05Z' };
  const workflow = { GITHUB_WORKFLOW_REF: 'octo-ci/octo-repo/.github/workflows/triage.yml@refs/heads/main' };
  const day = 24 * 60 * 60 * 1000;

  it('get no comment: it came with its configuration', async () => {
    const { step, writes } = await aRepository([before, untidy]);
    const { outputs } = await step('schedule');
    expect([outputs.wanting, writes()]).toEqual(['1', 1]);
  });

  it('are told by the workflow’s file where that came later', async () => {
    const { github, step } = await aRepository([], { files: { 'WORKING-GROUPS.md': charter } });
    const commit = async (path: string, text: string) => {
      const content = Buffer.from(text).toString('base64');
      await ask(github, `PUT /contents/${path}`, { message: `Add ${path}`, content });
    };
    github.clock.advance(-2 * day);
    await commit('.github/remit.yml', 'triage:\n  patience: 0s\n');
    github.clock.advance(day);
    await ask(github, 'POST /issues', { title: 'Between the two', labels: ['area/docs', 'P1'] });
    github.clock.advance(day);
    await commit('.github/workflows/triage.yml', 'on: schedule\n');
    expect((await step('schedule', { apply: 'nothing' })).outputs.wanting).toBe('1');
    const env = { GITHUB_API_URL: github.apiUrl, ...workflow };
    expect((await step('schedule', {}, { env })).outputs.wanting).toBe('0');
  });

  it('are all issues where neither the configuration nor the workflow is on the default branch', async () => {
    const { step, writes } = await aRepository([untidy], { files: { 'WORKING-GROUPS.md': charter } });
    await step('schedule');
    expect(writes()).toBe(0);
  });

  it('are commented on where the configuration says from when on', async () => {
    const since = {
      'WORKING-GROUPS.md': charter,
      '.github/remit.yml': 'triage:\n  patience: 0s\n  since: 2020-01-01\n',
    };
    const { step } = await aRepository([before], { files: since });
    expect((await step('schedule')).outputs.wanting).toBe('1');
  });
});
