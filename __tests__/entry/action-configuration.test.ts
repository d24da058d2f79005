import { afterEach, expect, it } from '@jest/globals';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { act } from './act.ts';

const path = '.github/remit.yml';
const configuration = 'triage:\n  patience: 0s\n  requirements:\n    priority: { values: [P0, P1] }\n';
const broken = `${configuration}  speek: silent\n`;

let github: Emulator | undefined;
afterEach(() => github?.close());

it('a configuration that can’t be read fails the check, with the fault on its line', async () => {
  const { failed, out } = await act({ event: 'push', files: { [path]: broken } });
  expect(failed).toBe(true);
  expect(out).toMatch(
    /::error title=The configuration can’t be used,file=\.github\/remit\.yml,line=5,col=3::\S.*speek/,
  );
});

it('triage without a memory goes on by the last one that could be read', async () => {
  github = await startEmulator({
    seed: {
      users: [{ login: 'octo-ci' }],
      repositories: [{ owner: 'octo-ci', name: 'octo-repo', files: { [path]: configuration } }],
    },
  });
  const { token } = github.as('octo-ci');
  const place = { owner: 'octo-ci', repo: 'octo-repo' };
  const ask = async (method: string, route: string, body?: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${github?.apiUrl}/repos/${place.owner}/${place.repo}${route}`, {
      method,
      headers: { authorization: `token ${token}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const { sha } = await ask('GET', `/contents/${path}`);
  const content = Buffer.from(broken).toString('base64');
  await ask('PUT', `/contents/${path}`, { sha, content, message: 'Break it' });
  await ask('POST', '/issues', { title: 'Hello' });
  await act({
    event: 'issues',
    inputs: { token, issue: '1' },
    env: { GITHUB_API_URL: github.apiUrl, GITHUB_TOKEN: token },
  });
  const comments = (await ask('GET', '/issues/1/comments')) as unknown as { body: string }[];
  expect(comments.map(({ body }) => body)).toEqual([expect.stringMatching(/P0.*P1/)]);
});
