import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place, startOctoWorld } from './octo-world.ts';
import { change, seedWith } from './pull-world.ts';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startOctoWorld();
});
afterEach(() => emulator.close());

const look = async (path: string) => {
  const response = await fetch(emulator.url + path);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

const hostile = `<img src=x onerror="alert('1')"> & </title><script>alert(2)</script> @everyone \u202e`;
const escaped =
  '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; &lt;/title&gt;&lt;script&gt;alert(2)&lt;/script&gt;';

describe('the pages', () => {
  it('show what a person would see on GitHub, at the same paths', async () => {
    const octokit = octokitFor(emulator);
    await octokit.issues.create({ ...place, title: 'A title', body: '**Text**', labels: ['area/docs'], milestone: 1 });
    await octokit.issues.createComment({ ...place, issue_number: 1, body: 'A comment' });
    const list = await look('/octo-org/octo-repo/issues');
    expect(list).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    for (const part of ['A title', 'area/docs', 'milestone 1.4', 'href="/octo-org/octo-repo/issues/1"'])
      expect(list.text).toContain(part);
    const page = (await look('/octo-org/octo-repo/issues/1')).text;
    for (const part of [
      'A title',
      '#0e8a16',
      '<p><strong>Text</strong></p>',
      '<p>A comment</p>',
      'added this to the milestone 1.4',
    ]) {
      expect(page).toContain(part);
    }
  });

  it('show a file with its lines numbered', async () => {
    const { text } = await look('/octo-org/octo-repo/blob/main/docs/guide.md');
    expect(text).toContain('<tr id="L2"><td>2</td><td>two</td></tr>');
    expect(await look('/octo-org/octo-repo/raw/main/docs/guide.md')).toMatchObject({
      type: 'text/plain; charset=utf-8',
      text: 'one\ntwo\n',
    });
  });

  it('trust no text: titles, labels, comments, files and paths are escaped', async () => {
    const octokit = octokitFor(emulator);
    await octokit.issues.create({ ...place, title: hostile, body: hostile });
    await octokit.issues.createComment({ ...place, issue_number: 1, body: hostile });
    await octokit.issues.createLabel({ ...place, name: '<b>bold</b>' });
    await octokit.issues.addLabels({ ...place, issue_number: 1, labels: ['<b>bold</b>'] });
    const content = Buffer.from(hostile).toString('base64');
    await octokit.repos.createOrUpdateFileContents({ ...place, path: '<i>.md', message: 'x', content });
    const paths = [
      '/octo-org/octo-repo/issues',
      '/octo-org/octo-repo/issues/1',
      '/octo-org/octo-repo/blob/main/%3Ci%3E.md',
    ];
    for (const path of paths) {
      const { status, text } = await look(path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).toContain(escaped);
      expect(text).not.toMatch(/<script|<img|<b>bold|<i>/);
    }
  });

  it('show Markdown as GitHub does, and nothing of it that could act', async () => {
    const body = [
      '# Head\n\n- [x] done\n- [ ] open\n\n| a | b |\n| - | - |\n| 1 | ~~2~~ |\n',
      '[good](https://example.org/a?b="c") [bad](javascript:alert(1)) [odd](//example.org) ![picture](https://example.org/p.png)\n',
      '<!-- hidden --><details><summary>More</summary>\n\n`code`\n\n</details>\n\n<details open onclick="x()">',
      '<https://example.org> <svg/onload=x> https://example.org/\'"><b',
    ].join('\n');
    await octokitFor(emulator).issues.create({ ...place, title: 'Text', body });
    const { text } = await look('/octo-org/octo-repo/issues/1');
    for (const part of [
      '<h2>Head</h2>',
      '<input type="checkbox" disabled checked> ',
      '<td><del>2</del></td>',
      '<a href="https://example.org/a?b=&quot;c&quot;" rel="nofollow">good</a>',
      '<details><summary>More</summary>',
      '<code>code</code>',
      '&lt;details open onclick=&quot;x()&quot;&gt;',
      '&lt;svg/onload=x&gt;',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/hidden|javascript:|<svg|<img|href="\/\/|onclick="/);
  });

  it('show a repository with its labels, milestones and README', async () => {
    await octokitFor(emulator).issues.create({ ...place, title: 'A title', milestone: 1 });
    const home = (await look('/octo-org/octo-repo')).text;
    const milestone = '<a href="/octo-org/octo-repo/milestone/1">1.4</a>';
    for (const part of ['area/docs', milestone, '1 open · 0 closed', '<h2>Octo</h2>']) expect(home).toContain(part);
    expect((await look('/octo-org/octo-repo/labels')).text).toContain('Documentation');
    expect((await look('/octo-org/octo-repo/milestones')).text).toContain(milestone);
    expect((await look('/octo-org/octo-repo/milestone/1')).text).toContain('A title');
    expect((await look('/octo-org/octo-repo/constructor')).status).toBe(404);
  });

  it('show the sub-issues and reactions of an issue', async () => {
    const octokit = octokitFor(emulator);
    await octokit.issues.create({ ...place, title: 'Parent' });
    const { data: child } = await octokit.issues.create({ ...place, title: 'Child' });
    await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues', {
      ...place,
      issue_number: 1,
      sub_issue_id: child.id,
    });
    await octokit.reactions.createForIssue({ ...place, issue_number: 1, content: 'rocket' });
    const { text } = await look('/octo-org/octo-repo/issues/1');
    for (const part of ['href="/octo-org/octo-repo/issues/2">Child', '🚀 1', 'put #2 below this']) {
      expect(text).toContain(part);
    }
  });

  it('show a pull request with what it changes and what was said of it', async () => {
    await emulator.close();
    emulator = await startOctoWorld({ seed: seedWith(change) });
    const octokit = octokitFor(emulator);
    const comments = [{ path: 'new.md', line: 1, body: '```suggestion\nfresher\n```' }];
    await octokit.pulls.createReview({ ...place, pull_number: 2, event: 'COMMENT', body: 'Hm', comments });
    const { text } = await look('/octo-org/octo-repo/pull/2');
    for (const part of [
      'octo-user-2-patch-2',
      '4 changed files',
      'removed · +0 −2',
      '+fresh',
      '<p>Hm</p>',
      'on line 1',
      '<code>fresher</code>',
    ]) {
      expect(text).toContain(part);
    }
    expect((await look('/octo-org/octo-repo/pulls')).text).toContain('href="/octo-org/octo-repo/pull/2"');
  });

  it('are not there for what is unknown', async () => {
    for (const path of [
      '/octo-org/none/issues',
      '/octo-org/octo-repo/issues/99',
      '/octo-org/octo-repo/blob/main/none',
      '/%ff',
    ]) {
      expect([path, (await look(path)).status]).toEqual([path, 404]);
    }
  });
});
