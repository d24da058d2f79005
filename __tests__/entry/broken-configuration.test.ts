import { afterEach, describe, expect, it } from '@jest/globals';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { act } from './act.ts';
import { aTree, remit } from './terminal.ts';

const path = '.github/remit.yml';
const configuration =
  'triage:\n  patience: 0s\n  since: 2026-01-01\n  requirements:\n    priority: { values: [P0, P1] }\n';
const broken = `${configuration}  speek: silent\n`;

const open: Emulator[] = [];
afterEach(async () => {
  for (const github of open.splice(0)) await github.close();
});

/** A repository with an issue, whose configuration was broken by its last commit. */
async function aRepository() {
  const github = await startEmulator({
    seed: {
      users: [{ login: 'octo-ci' }],
      repositories: [
        {
          owner: 'octo-ci',
          name: 'octo-repo',
          files: { [path]: configuration },
          issues: [{ title: 'Hello', createdAt: '2026-01-02T03:04:05Z' }],
        },
      ],
    },
  });
  open.push(github);
  const { token } = github.as('octo-ci');
  const ask = async (method: string, route: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${github.apiUrl}/repos/octo-ci/octo-repo${route}`, {
      method,
      headers: { authorization: `token ${token}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return response.json();
  };
  const { sha } = (await ask('GET', `/contents/${path}`)) as { sha: string };
  const content = Buffer.from(broken).toString('base64');
  await ask('PUT', `/contents/${path}`, { sha, content, message: 'Break it' });
  const comments = async () => ((await ask('GET', '/issues/1/comments')) as { body: string }[]).map(({ body }) => body);
  return { token, env: { GITHUB_API_URL: github.apiUrl, GITHUB_TOKEN: token }, comments };
}

describe('a configuration that can’t be read', () => {
  it('fails the check of the Action, with the fault on its line', async () => {
    const { failed, out } = await act({ event: 'push', files: { [path]: broken } });
    expect(failed).toBe(true);
    expect(out).toMatch(
      /::error title=The configuration can’t be used,file=\.github\/remit\.yml,line=6,col=3::\S.*speek/,
    );
  });

  it('leaves the last one in force that could be read, in a workflow as well', async () => {
    const { token, env, comments } = await aRepository();
    await act({ event: 'issues', inputs: { token, issue: '1' }, env });
    expect(await comments()).toEqual([expect.stringMatching(/P0.*P1/)]);
  });

  it.each([
    ['triage', 'octo-ci/octo-repo#1'],
    ['sweep', 'octo-ci/octo-repo'],
  ])('is told of, once, to who runs `remit %s`', async (command, what) => {
    const { env, comments } = await aRepository();
    const { code, err } = await remit(aTree({}), [command, what], env);
    const told = /^remit: \.github\/remit\.yml can’t be read; the last version .*\n {2}line 6, column 3: .*speek.*\n$/;
    expect([code, err]).toEqual([expect.any(Number), expect.stringMatching(told)]);
    expect(await comments()).toEqual([expect.stringMatching(/P0.*P1/)]);
  });
});
