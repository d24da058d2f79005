import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { runAction } from '../entry/run-action.ts';

const path = 'WORKING-GROUPS.md';
const sound = readFileSync(`docs/example/${path}`, 'utf8');
const drifted = sound
  .replace('(https://github.com/octo-lead-4) | Octo Labs', '(github.com/octo-lead-4) | Octo Labs')
  .replace('Octo Inc | Config', 'Octo Inc | Configs');
const place = { owner: 'octo-org', repo: 'octo-repo' };
const at = { ...place, pull_number: 1 };

let github: Emulator;
let author: Octokit;
beforeEach(() => start(sound, drifted));

/** A pull request that makes the second text of the first. */
async function start(base: string, head: string): Promise<void> {
  const leads = [1, 2, 3, 4, 5].map((number) => ({ login: `octo-lead-${number}` }));
  github = await startEmulator({
    seed: {
      users: [{ login: 'octo-user-1' }, { login: 'octo-ci' }, ...leads],
      organizations: [{ login: 'octo-org', members: ['octo-user-1', 'octo-ci', 'octo-lead-1'] }],
      repositories: [
        {
          ...{ owner: place.owner, name: place.repo },
          files: { [path]: base },
          collaborators: { 'octo-user-1': 'write', 'octo-ci': 'write' },
          pullRequests: [{ title: 'A lead has moved', author: 'octo-user-1', files: { [path]: head } }],
        },
      ],
    },
  });
  author = new Octokit({ auth: github.as('octo-user-1').token, baseUrl: github.apiUrl });
}

afterEach(() => github.close());

/** Runs the Action's bundle on what the pull request has now, with the token of a workflow. */
async function check(inputs: Record<string, string> = {}, head?: string) {
  const { data: pull } = await author.pulls.get(at);
  const { data: file } = await author.repos.getContent({ ...place, path, ref: pull.head.sha });
  const text = Buffer.from((file as { content: string }).content, 'base64').toString();
  const env = {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    INPUT_TOKEN: github.as('octo-ci').token,
    ...inputs,
  };
  const before = github.requests.length;
  const event = { action: 'synchronize', pull_request: { ...pull, head: { sha: head ?? pull.head.sha } } };
  const outcome = await runAction({ [path]: text }, env, event);
  const writes = github.requests.slice(before).filter(({ method, kind }) => method !== 'GET' && kind !== 'query');
  return { ...outcome, writes: writes.map(({ method, route }) => `${method} ${route?.split(' ')[1]}`) };
}

const comments = async () => (await author.issues.listComments({ ...place, issue_number: 1 })).data;
const suggestions = async () => (await author.pulls.listReviewComments(at)).data;

async function push(text: string) {
  const { data: pull } = await author.pulls.get(at);
  const { data } = await author.repos.getContent({ ...place, path, ref: pull.head.ref });
  const { sha } = data as { sha: string };
  const content = Buffer.from(text).toString('base64');
  const branch = pull.head.ref;
  await author.repos.createOrUpdateFileContents({ ...place, path, sha, branch, message: 'Mend', content });
}

it('a pull request is annotated, summed up, commented on and shown what would be right', async () => {
  const { code, out, summary, outputs } = await check();
  expect(code).toBe(1);
  expect(out).toMatch(/^::error file=WORKING-GROUPS\.md,line=21,.*Configs/m);
  expect(summary).toMatch(/Configs/);
  expect(outputs).toMatch(/^new<<[^\n]+\n[2-9]/m);
  expect(await comments()).toMatchObject([
    { user: { login: 'octo-ci' }, body: expect.stringMatching(/^<!-- remit:check -->\n### Governance documents: /) },
  ]);
  const right = sound.split('\n')[21];
  expect(await suggestions()).toMatchObject([
    { path, line: 22, body: expect.stringContaining(`\`\`\`suggestion\n${right}\n\`\`\``) },
  ]);
});

it('a second check of the same writes nothing', async () => {
  await check();
  expect((await check()).writes).toEqual([]);
});

it('a check after the repair takes the comment and the suggestion away', async () => {
  await check();
  await push(`${sound}\nThanks.\n`);
  const { code } = await check();
  expect([code, await comments(), await suggestions()]).toEqual([0, [], []]);
});

it('a check after half the repair edits the comment in place', async () => {
  await check();
  const [before] = await comments();
  await push(drifted.replace('Configs', 'Config'));
  await check();
  expect(await comments()).toMatchObject([{ id: before?.id, body: expect.not.stringContaining('Configs') }]);
  expect(await suggestions()).toHaveLength(1);
});

it('a comment of somebody else with the same marker is left alone', async () => {
  await author.issues.createComment({ ...place, issue_number: 1, body: '<!-- remit:check -->\nMine.' });
  await check();
  expect((await comments()).map(({ user }) => user?.login)).toEqual(['octo-user-1', 'octo-ci']);
});

it('what the base has already is neither commented on nor does it fail the step', async () => {
  await github.close();
  const old = sound.replace('Octo Inc | Config', 'Octo Inc | Configs');
  await start(old, `${old}\nMore text.\n`);
  const { code, outputs } = await check({ 'INPUT_FAIL-ON': 'new' });
  expect([code, outputs, await comments()]).toEqual([0, expect.stringMatching(/^new<<[^\n]+\n0/m), []]);
});

it('a token that may only read leaves it at annotations and the summary, and one line says so', async () => {
  const token = github.as('octo-ci', { readOnly: true }).token;
  const { code, out } = await check({ INPUT_TOKEN: token });
  expect(code).toBe(1);
  expect(out).toMatch(/^::error file=WORKING-GROUPS\.md,line=21,/m);
  expect(out.match(/^Nothing is written on the pull request: .*$/gm)).toHaveLength(1);
  expect([await comments(), await suggestions()]).toEqual([[], []]);
});

it('a run for an older commit leaves the word to the newer one', async () => {
  const { out, writes } = await check({}, 'older');
  expect([writes, out]).toEqual([[], expect.stringMatching(/newer commit/)]);
});

it('a pull request is told what it does to open issues, in the same comment, and no more once it does nothing', async () => {
  await github.close();
  const without = sound.split('\n').filter((line) => !/^\| Config /.test(line) && !/Octo Inc \| Config/.test(line));
  await start(sound, without.join('\n'));
  for (const title of ['One', 'Two']) await author.issues.create({ ...place, title, labels: ['area/config'] });
  await check();
  const [comment] = await comments();
  expect(comment?.body).toMatch(/^### What this changes for open issues\n\n- \*Config\* is no group/m);
  expect(comment?.body).toMatch(/- 2 issues of \*Config\* become unowned/);
  await push(sound);
  await check();
  expect(await comments()).toEqual([]);
});

it('a pull request whose document can’t be read is told that its effect is not known, until it can be', async () => {
  await github.close();
  await start(sound, 'Nothing of a table.\n');
  await author.issues.create({ ...place, title: 'One', labels: ['area/config'] });
  await check();
  const [comment] = await comments();
  expect(comment?.body).toMatch(
    /^### What this changes for open issues\n\nNot known: `?WORKING-GROUPS\\?\.md`? .*\.$/m,
  );
  await push(sound);
  expect((await check()).code).toBe(0);
  expect(await comments()).toEqual([]);
});
