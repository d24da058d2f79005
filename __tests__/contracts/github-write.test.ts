import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Refused } from '../../src/adapters/github/errors.ts';
import { labelsMissingBy } from '../../src/model/missing-labels.ts';
import type { Effect } from '../../src/model/plan.ts';
import {
  checklistBody,
  type Ground,
  hostile,
  issue,
  openGround,
  place,
  repository,
  writeUnheard,
} from './emulated-github.ts';

let ground: Ground;

beforeEach(async () => {
  ground = await openGround(
    {},
    {
      milestones: ['1.4', '1.40', { title: '1.3', state: 'closed' }, ...hostile],
      issues: [
        { title: 'a', labels: ['P0'], milestone: '1.4' },
        { title: 'b', comments: [{ author: 'octo-user-1', body: 'hello' }] },
      ],
    },
  );
});

afterEach(() => ground.emulator.close());

const label = (add: string[], remove: string[] = []): Effect => ({ do: 'label', add, remove, because: '' });
const milestone = (title: string | null): Effect => ({ do: 'milestone', title, because: '' });
const checklist = (body: string | null): Effect => ({ do: 'checklist', body, because: '' });

/** Writes to the issue as it is now. */
async function write(number: number, ...effects: Effect[]) {
  const { issue: facts } = await ground.read(number);
  return ground.counting(() => ground.github.write(facts, effects));
}

/** What a person sees there. */
async function shown(number: number) {
  const { issues } = ground.as('octo-user-1');
  const { data } = await issues.get({ ...place, issue_number: number });
  const comments = await issues.listComments({ ...place, issue_number: number });
  return {
    labels: data.labels.map((each) => (typeof each === 'string' ? each : each.name)).sort(),
    milestone: data.milestone?.title ?? null,
    comments: comments.data.map(({ body }) => body),
  };
}

describe('writing effects', () => {
  it('makes no request for no effects', async () => {
    expect(await write(1)).toEqual({ result: 0, requests: [] });
  });

  it('makes no request for what is so already', async () => {
    await write(1, checklist(checklistBody()));
    const effects = [label(['p0'], ['P1', 'no such label']), milestone('1.4'), checklist(checklistBody())];
    expect(await write(1, ...effects)).toEqual({ result: 0, requests: [] });
    expect(await write(2, milestone(null), checklist(null))).toEqual({ result: 0, requests: [] });
  });

  it('takes one request for all that needs no look-up', async () => {
    const effects = [label([], ['P0']), milestone(null), checklist(checklistBody())];
    expect(await write(1, ...effects)).toEqual({ result: 1, requests: ['mutation'] });
    expect(await shown(1)).toEqual({ labels: [], milestone: null, comments: [checklistBody()] });
  });

  it('takes one more to look up names', async () => {
    const effects = [label(['area/docs', 'P1'], ['P0']), milestone('1.40'), checklist(checklistBody())];
    expect(await write(1, ...effects)).toEqual({ result: 2, requests: ['query', 'mutation'] });
    expect(await shown(1)).toEqual({ labels: ['P1', 'area/docs'], milestone: '1.40', comments: [checklistBody()] });
  });

  it('done twice, is done once', async () => {
    const { issue: before } = await ground.read(1);
    const effects = [label(['P1'], ['P0']), milestone('1.40')];
    await ground.github.write(before, effects);
    await ground.github.write(before, effects);
    expect(await shown(1)).toEqual({ labels: ['P1'], milestone: '1.40', comments: [] });
    expect((await write(1, ...effects)).requests).toEqual([]);
  });

  it('keeps a label that a person added meanwhile', async () => {
    const { issue: before } = await ground.read(1);
    await ground.as('octo-lead-1').issues.addLabels({ ...place, issue_number: 1, labels: ['area/docs'] });
    await ground.github.write(before, [label(['P1'], ['P0'])]);
    expect((await shown(1)).labels).toEqual(['P1', 'area/docs']);
  });

  it('edits the checklist in place and takes it away, other comments untouched', async () => {
    await write(2, checklist(checklistBody('one')));
    const { checklist: first } = (await ground.read(2)).issue;
    expect((await write(2, checklist(checklistBody('two')))).requests).toEqual(['mutation']);
    expect((await ground.read(2)).issue.checklist).toEqual({ id: first?.id, body: checklistBody('two') });
    expect((await write(2, checklist(null))).requests).toEqual(['mutation']);
    expect((await shown(2)).comments).toEqual(['hello']);
  });

  it('deletes surplus checklists, whether the first stays or goes', async () => {
    const { issue: before } = await ground.read(2);
    for (const text of ['one', 'two', 'three']) await writeUnheard(ground, before, checklistBody(text));
    expect((await write(2, checklist(checklistBody('one')))).requests).toEqual(['mutation']);
    expect((await shown(2)).comments).toEqual(['hello', checklistBody('one')]);
    await writeUnheard(ground, before, checklistBody('two'));
    await write(2, checklist(null));
    expect((await shown(2)).comments).toEqual(['hello']);
  });

  it('takes its checklist away again where another process has written one meanwhile', async () => {
    const { issue: before } = await ground.read(2);
    await write(2, checklist(checklistBody('one')));
    const { requests } = await ground.counting(() => ground.github.write(before, [checklist(checklistBody('two'))]));
    expect(requests).toEqual(['mutation', 'mutation']);
    expect((await shown(2)).comments).toEqual(['hello', checklistBody('one')]);
    await write(2, checklist(null));
  });

  it('takes a checklist that somebody deleted before for deleted', async () => {
    await write(2, checklist(checklistBody()));
    const { issue: before } = await ground.read(2);
    await write(2, checklist(null));
    expect(await ground.github.write(before, [checklist(null)])).toBe(1);
  });

  it('says so when the checklist to be edited is gone, so that it is read again', async () => {
    await write(2, checklist(checklistBody()));
    const { issue: before } = await ground.read(2);
    await write(2, checklist(null));
    await expect(ground.github.write(before, [checklist(checklistBody('two'))])).rejects.toThrow(
      /writing to octo-org\/octo-repo#2: Could not resolve/,
    );
  });

  it('names the milestone that is not there, and writes the rest', async () => {
    const { issue: facts } = await ground.read(1);
    const writing = ground.github.write(facts, [label(['P1']), milestone('9.9'), checklist('x')]);
    await expect(writing).rejects.toThrow(Refused);
    await expect(writing).rejects.toThrow(
      'octo-org/octo-repo has no milestone “9.9”: create it, or mend the configuration',
    );
    expect(await shown(1)).toEqual({ labels: ['P0', 'P1'], milestone: '1.4', comments: ['x'] });
  });

  it('names the labels that are not there, and writes nothing: the rest may rest on them', async () => {
    const { issue: facts } = await ground.read(1);
    const writing = ground.github.write(facts, [label(['P1', 'area/nowhere']), checklist('x')]);
    const error = await writing.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: expect.stringContaining('no label “area/nowhere”: create it') });
    expect(labelsMissingBy(error)).toEqual(['area/nowhere']);
    expect(await shown(1)).toEqual({ labels: ['P0'], milestone: '1.4', comments: [] });
  });

  it('makes a label of Remit’s own where there is none, once', async () => {
    const own: Effect = { do: 'label', add: ['needs-owner', 'P1'], remove: [], because: '', own: true };
    const first = await write(1, own);
    expect(first.requests).toEqual(['query', 'POST /repos/{owner}/{repo}/labels', 'query', 'mutation']);
    expect(first.result).toBe(4);
    expect((await shown(1)).labels).toContain('needs-owner');
    expect((await write(2, own)).requests).toEqual(['query', 'mutation']);
  });

  it('sets a milestone by its whole title', async () => {
    await write(2, milestone('1.4'));
    expect((await shown(2)).milestone).toBe('1.4');
    await expect(write(2, milestone('1.'))).rejects.toThrow('no milestone “1.”');
  });

  it.each(hostile)('writes %j as it is', async (text) => {
    const name = text.slice(0, 50);
    await write(1, label([name]), milestone(text), checklist(checklistBody(text)));
    const { labels, milestone: title, comments } = await shown(1);
    expect([labels.includes(name), title, comments]).toEqual([true, text, [checklistBody(text)]]);
    await write(1, label([], [name]));
    expect((await shown(1)).labels).toEqual(['P0']);
  });

  it('says why an archived repository takes nothing', async () => {
    const archived = { owner: 'octo-org', name: 'old', archived: true, issues: [{ title: 'a' }] };
    const other = await openGround({ repositories: [archived] });
    const reading = await other.github.readIssue({ ...issue(1), repository: 'old' }, []);
    await expect(other.github.write(reading!.issue, [checklist('x')])).rejects.toThrow(
      /GitHub refused writing to octo-org\/old#1: .*archived/,
    );
    await other.emulator.close();
  });
});

describe('reading files', () => {
  const put = async (path: string, content: Buffer) => {
    const { repos } = ground.as('octo-lead-1');
    const message = `Write ${path}`;
    const { data } = await repos.createOrUpdateFileContents({
      ...place,
      path,
      message,
      content: content.toString('base64'),
    });
    return { commit: data.commit.sha, blob: data.content?.sha };
  };

  it('takes one request, and none for no paths', async () => {
    const paths = ['WORKING-GROUPS.md', 'docs/nowhere.md', ...hostile];
    const { result, requests } = await ground.counting(() => ground.github.readFiles(repository, paths));
    expect(requests).toEqual(['query']);
    expect(result.map((file) => file?.text ?? null)).toEqual(['# Working groups\n', null, ...hostile.map(() => null)]);
    expect(await ground.counting(() => ground.github.readFiles(repository, []))).toEqual({ result: [], requests: [] });
  });

  it('gives the commit that touched each file last', async () => {
    const [before] = await ground.github.readFiles(repository, ['WORKING-GROUPS.md']);
    const { commit, blob } = await put('docs/groups.md', Buffer.from('grüne “Gruppen”\r\n'));
    const [list, groups] = await ground.github.readFiles(repository, ['WORKING-GROUPS.md', 'docs/groups.md']);
    expect(list).toEqual(before);
    expect(groups).toEqual({ path: 'docs/groups.md', text: 'grüne “Gruppen”\r\n', commit, blob });
    expect(before?.commit).not.toBe(commit);
  });

  it('reads a file that is too long for GraphQL with a request more', async () => {
    const text = `${'# Groups\n'.repeat(70_000)}end\n`;
    await put('long.md', Buffer.from(text));
    const { result, requests } = await ground.counting(() => ground.github.readFiles(repository, ['long.md']));
    expect(result[0]?.text === text).toBe(true);
    expect(requests).toEqual(['query', 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}']);
  });

  it.each([
    ['binary', 'x.md', Buffer.from([35, 0, 1, 2, 255]), 'it is a binary file, not a document'],
    ['larger than 5 MB', 'x.md', Buffer.alloc(5 * 1024 ** 2 + 1, 'a'), 'it is larger than 5 MB and was not read'],
  ])('says what is wrong with one that is %s', async (_, path, content, because) => {
    await put(path, content);
    const [file] = await ground.github.readFiles(repository, [path]);
    expect(file).toMatchObject({ path, text: '', unreadable: because, blob: expect.stringMatching(/^[0-9a-f]{40}$/) });
  });

  it('says which repository can’t be seen', async () => {
    const reading = ground.github.readFiles({ owner: 'octo-org', name: 'nowhere' }, ['WORKING-GROUPS.md']);
    await expect(reading).rejects.toThrow(/refused reading the files of octo-org\/nowhere/);
  });
});
