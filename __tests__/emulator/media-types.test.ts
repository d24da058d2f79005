import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, octoSeed, place, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';

let emulator: Emulator;
let octokit: Octokit;
beforeEach(async () => {
  const { repositories: [repository] = [], ...seed } = seedWith(change);
  const files = { ...repository!.files, ...octoSeed.repositories?.[0]?.files };
  emulator = await startOctoWorld({ seed: { ...seed, repositories: [{ ...repository!, files }] } });
  octokit = octokitFor(emulator);
});
afterEach(() => emulator.close());

const accepting = async (path: string, accept: string) => {
  const response = await fetch(`${emulator.apiUrl}/repos/octo-org/octo-repo/${path}`, { headers: { accept } });
  return { type: response.headers.get('content-type'), text: await response.text(), response };
};

describe('what someone wrote', () => {
  const written = { body: '**Bold** <script>x</script>\n\n- one' };
  const text = { body_text: 'Bold <script>x</script>\none' };
  const html = { body_html: '<p><strong>Bold</strong> &lt;script&gt;x&lt;/script&gt;</p><ul><li><p>one</p></li></ul>' };

  it.each<[string, object, string[]]>([
    ['raw', written, ['body_text', 'body_html']],
    ['text', text, ['body', 'body_html']],
    ['html', html, ['body', 'body_text']],
    ['full', { ...written, ...text, ...html }, []],
  ])('comes as %s, and in no other way', async (format, parts, absent) => {
    const { data: issue } = await octokit.issues.create({ ...place, title: 'x', ...written });
    const of = { ...place, issue_number: issue.number };
    const { data: comment } = await octokit.issues.createComment({ ...of, ...written, mediaType: { format } });
    const { data: again } = await octokit.issues.get({ ...of, mediaType: { format } });
    const { data: list } = await octokit.issues.listComments({ ...of, mediaType: { format } });
    for (const each of [comment, again, ...list]) {
      expect(each).toMatchObject(parts);
      for (const key of absent) expect(each).not.toHaveProperty(key);
    }
  });

  it('comes with a header that tells how it was asked for', async () => {
    const told = async (accept: string) =>
      (await accepting('issues/1', accept)).response.headers.get('x-github-media-type');
    expect(await told('application/vnd.github+json')).toBe('github.v3; format=json');
    expect(await told('application/vnd.github.v3.html')).toBe('github.v3; param=html');
    expect(await told('application/vnd.github.full+json')).toBe('github.v3; param=full; format=json');
  });

  it('comes in the format with pull requests too', async () => {
    const { data } = await octokit.pulls.get({ ...place, pull_number: 2, mediaType: { format: 'html' } });
    expect(data).toMatchObject({ number: 2, body_html: '<p>Why not</p>' });
  });
});

describe('a file', () => {
  it('comes as it is', async () => {
    const { type, text } = await accepting('contents/docs/guide.md', 'application/vnd.github.raw+json');
    expect([type, text]).toEqual(['application/vnd.github.raw; charset=utf-8', 'one\ntwo\n']);
  });

  it('comes as HTML', async () => {
    const { type, text } = await accepting('readme', 'application/vnd.github.html');
    expect([type, text]).toEqual(['application/vnd.github.html; charset=utf-8', '<h2>Octo</h2>']);
  });

  it('lies in a folder that comes as an object', async () => {
    const { text } = await accepting('contents/docs', 'application/vnd.github.object');
    expect(JSON.parse(text)).toMatchObject({ type: 'dir', path: 'docs', entries: [{ path: 'docs/guide.md' }] });
  });
});

describe('a change', () => {
  it('comes as git prints it: of a pull request, of a commit, between two commits', async () => {
    const { data: pull } = await octokit.pulls.get({ ...place, pull_number: 2 });
    const compared = `compare/${pull.base.sha}...${pull.head.sha}`;
    for (const path of ['pulls/2', `commits/${pull.head.sha}`, compared]) {
      const { type, text } = await accepting(path, 'application/vnd.github.diff');
      expect(type).toBe('application/vnd.github.diff; charset=utf-8');
      expect(text).toMatch(/^diff --git a\/new\.md b\/new\.md\nnew file mode 100644\nindex 0{7}\.\.[0-9a-f]{7}\n/m);
      expect(text).toContain('--- /dev/null\n+++ b/new.md\n@@ -0,0 +1');
      expect(text).toMatch(/^deleted file mode 100644\nindex [0-9a-f]{7}\.\.0{7}\n--- a\/.+\n\+\+\+ \/dev\/null$/m);
    }
  });

  it('has a page of its own', async () => {
    const { data } = await octokit.pulls.get({ ...place, pull_number: 2 });
    const response = await fetch(data.diff_url);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toMatch(/^diff --git /);
    expect((await fetch(data.diff_url.replace('2.diff', '1.diff'))).status).toBe(404);
  });

  it('is named by the sha alone', async () => {
    const { data } = await octokit.repos.getCommit({ ...place, ref: 'main' });
    expect((await accepting('commits/main', 'application/vnd.github.sha')).text).toBe(data.sha);
  });
});

describe('the version of the API', () => {
  const ask = (version: string) =>
    fetch(`${emulator.apiUrl}/repos/octo-org/octo-repo`, { headers: { 'x-github-api-version': version } });

  it('is told back', async () => {
    expect((await ask('2026-03-10')).headers.get('x-github-api-version-selected')).toBe('2026-03-10');
    const { response } = await accepting('readme', 'application/json');
    expect(response.headers.get('x-github-api-version-selected')).toBe('2022-11-28');
  });

  it('is refused where GitHub has none of that name', async () => {
    const response = await ask('2020-01-01');
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      message: 'Bad Request',
      errors: expect.stringMatching(/^The version you specified in the .* request header, "2020-01-01", is not/),
      documentation_url: 'https://docs.github.com/rest',
      status: '400',
    });
  });
});
