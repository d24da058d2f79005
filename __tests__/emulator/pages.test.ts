import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { octokitFor, place, startOctoWorld } from './octo-world.ts';

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
    for (const part of ['A title', 'area/docs', 'milestone 1.4', 'href="issues/1"']) expect(list.text).toContain(part);
    const page = (await look('/octo-org/octo-repo/issues/1')).text;
    for (const part of [
      'A title',
      '#0e8a16',
      '<pre>**Text**</pre>',
      '<pre>A comment</pre>',
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
