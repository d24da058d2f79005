import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommitCheck } from '../../src/model/commit-check.ts';
import { type Ground, hostile, openGround, place, repository } from './emulated-github.ts';

let ground: Ground;
let commit: string;
beforeEach(async () => {
  ground = await openGround();
  ({ sha: commit } = (await ground.as('octo-user-1').git.getRef({ ...place, ref: 'heads/main' })).data.object);
});
afterEach(() => ground.emulator.close());

const path = 'WORKING-GROUPS.md';
const check: CommitCheck = {
  conclusion: 'failure',
  title: 'It can’t be read',
  summary: 'Nothing *of it*.',
  annotations: hostile.map((message, index) => ({ path, line: 1, column: index + 1, message })),
};
const tell = (said = check, at = commit) => ground.github.checkCommit(repository, at, said);
const runs = async () => (await ground.as('octo-user-1').checks.listForRef({ ...place, ref: commit })).data.check_runs;

describe('a check on a commit', () => {
  it('says what is wrong, at its lines', async () => {
    expect(await tell()).toBeNull();
    const [run] = await runs();
    expect(run).toMatchObject({
      name: 'Remit / configuration',
      status: 'completed',
      conclusion: 'failure',
      output: { title: check.title, summary: check.summary, annotations_count: hostile.length },
    });
    const { data } = await ground.as('octo-user-1').checks.listAnnotations({ ...place, check_run_id: run!.id });
    expect(data.map(({ message, start_line, start_column }) => [message, start_line, start_column])).toEqual(
      hostile.map((message, index) => [message, 1, index + 1]),
    );
  });

  it('is made once, whatever is said the second time', async () => {
    await tell();
    const again = await ground.counting(() => tell({ ...check, conclusion: 'success' }));
    expect(again).toEqual({ result: null, requests: ['GET /repos/{owner}/{repo}/commits/{+ref}/check-runs'] });
    expect(await runs()).toHaveLength(1);
  });

  it('is made beside those of others, whatever they are called', async () => {
    await ground.as('octo-ci[bot]').checks.create({ ...place, name: 'Remit / configuration', head_sha: commit });
    expect(await tell()).toBeNull();
    expect(await runs()).toHaveLength(2);
  });

  it('has as many annotations as GitHub takes', async () => {
    const annotations = Array.from({ length: 70 }, (_, index) => ({ path, line: index + 1, column: 1, message: 'Hm' }));
    expect(await tell({ ...check, annotations })).toBeNull();
    expect((await runs())[0]?.output.annotations_count).toBe(50);
  });

  it('that may not be made says why', async () => {
    const github = ground.connectAs('octo-user-1');
    const because = await github.checkCommit(repository, commit, check);
    expect(because).toMatch(/^GitHub does not allow it to this token: /);
    expect(await runs()).toEqual([]);
  });

  it('of a commit that is not there says so', async () => {
    expect(await tell(check, 'a'.repeat(40))).toMatch(/^GitHub refused the request \(HTTP 422\)/);
  });
});

it('a file is read as a commit has it, and not where it or the commit is not there', async () => {
  const change = { ...place, path: 'late.md', message: 'Late', content: Buffer.from('late\n').toString('base64') };
  const { data } = await ground.as('octo-user-1').repos.createOrUpdateFileContents(change);
  const read = async (at: string) => {
    const files = await ground.github.readFilesAt(repository, at, [path, 'late.md']);
    return files.map((file) => file?.text ?? null);
  };
  expect(await read(commit)).toEqual(['# Working groups\n', null]);
  expect(await read(data.commit.sha ?? '')).toEqual(['# Working groups\n', 'late\n']);
  expect(await read('b'.repeat(40))).toEqual([null, null]);
});
