import { describe, expect, it } from '@jest/globals';
import { createGoverningCache } from '../../src/engine/governing.ts';
import { reconcileIssue } from '../../src/engine/reconcile.ts';
import { anIssue } from '../builders.ts';
import { configuration, files, twoTables } from './documents.ts';
import { FakeGitHub } from './fake-github.ts';

const ref = { owner: 'octo-org', repository: 'octo-repo', number: 1 };
const clock = { now: () => new Date('2026-06-01T00:00:00Z') };
const inOrder = { labels: ['area/networking', 'P1'], milestone: '1.4' };

const gitHubWith = (issue = anIssue(), parts: Record<string, string> = files) =>
  new FakeGitHub({ issues: [issue], files: parts });

describe('an issue is brought into order', () => {
  it('by writing the checklist, after which nothing is left to do', async () => {
    const github = gitHubWith();
    const first = await reconcileIssue(ref, { github, clock });
    expect(first).toMatchObject({ applied: true, written: 1, plan: { effects: [{ do: 'checklist' }] } });
    expect(await reconcileIssue(ref, { github, clock })).toMatchObject({
      applied: false,
      written: 0,
      plan: { effects: [] },
    });
  });

  it('with a link to the line and the commit of the document', async () => {
    const github = gitHubWith(anIssue({ labels: ['area/networking'] }));
    await reconcileIssue(ref, { github, clock });
    expect(github.issue(1).checklist?.body).toContain(
      'https://github.com/octo-org/octo-repo/blob/c0ffee2000000000000000000000000000000000/WORKING-GROUPS.md?plain=1#L5',
    );
  });

  it('with no request for writing when it is in order already', async () => {
    const github = gitHubWith(anIssue(inOrder));
    expect((await reconcileIssue(ref, { github, clock }))?.plan.owners).toEqual(['networking']);
    expect(github.requests.filter((request) => request.startsWith('write'))).toEqual([]);
  });

  it('on paper only when it is a trial', async () => {
    const github = gitHubWith();
    const outcome = await reconcileIssue(ref, { github, clock, dryRun: true });
    expect(outcome).toMatchObject({ applied: false, written: 0, plan: { effects: [{ do: 'checklist' }] } });
    expect(github.issue(1).checklist).toBeNull();
  });

  it('not at all when the work was given to another process meanwhile', async () => {
    const github = gitHubWith();
    await expect(reconcileIssue(ref, { github, clock, isOurs: () => false })).rejects.toThrow('another process');
    expect(github.issue(1).checklist).toBeNull();
  });

  it('not at all when it is gone', async () => {
    expect(await reconcileIssue({ ...ref, number: 404 }, { github: gitHubWith(), clock })).toBeNull();
  });
});

describe('the governing files', () => {
  it('need no configuration: a document is found where projects keep it', async () => {
    const github = gitHubWith(anIssue(inOrder), { 'docs/WORKING-GROUPS.md': twoTables(['Networking']) });
    expect((await reconcileIssue(ref, { github, clock }))?.plan.owners).toEqual(['networking']);
  });

  it('are read once: with a cache an issue costs one request, and one more to write', async () => {
    const github = gitHubWith();
    const cache = createGoverningCache();
    await reconcileIssue(ref, { github, clock, cache });
    github.requests.length = 0;
    github.change(1, { labels: [{ id: 'L', name: 'P1' }] });
    await reconcileIssue(ref, { github, clock, cache });
    expect(github.requests).toEqual(['issue 1', 'write 1: checklist']);
  });

  it('are read again when one of them changed, and the issue moves', async () => {
    const github = gitHubWith(anIssue({ ...inOrder, labels: ['area/wires', 'P1'] }));
    const cache = createGoverningCache();
    expect((await reconcileIssue(ref, { github, clock, cache }))?.plan.owners).toEqual([]);
    github.commit('WORKING-GROUPS.md', twoTables(['Wires', 'Docs']));
    const outcome = await reconcileIssue(ref, { github, clock, cache });
    expect(outcome?.plan).toMatchObject({ owners: ['wires'], effects: [{ do: 'checklist', body: null }] });
  });

  it('may name another document from one moment to the next', async () => {
    const github = gitHubWith(anIssue({ ...inOrder, labels: ['area/wires', 'P1'] }));
    const cache = createGoverningCache();
    await reconcileIssue(ref, { github, clock, cache });
    github.commit('TEAMS.md', twoTables(['Wires']));
    github.commit('.github/remit.yml', configuration.replace('WORKING-GROUPS.md', 'TEAMS.md'));
    expect((await reconcileIssue(ref, { github, clock, cache }))?.plan.owners).toEqual(['wires']);
  });

  it('that change with every look end in an error, to be tried again later', async () => {
    const github = gitHubWith();
    const readIssue = github.readIssue.bind(github);
    github.readIssue = async (...args) => {
      const reading = await readIssue(...args);
      return reading && { ...reading, blobs: { ...reading.blobs, 'WORKING-GROUPS.md': `${github.requests.length}` } };
    };
    await expect(reconcileIssue(ref, { github, clock })).rejects.toThrow('keeps changing');
    expect(github.requests.length).toBeLessThan(12);
  });

  it('may be spread over several documents', async () => {
    const github = gitHubWith(anIssue({ ...inOrder, labels: ['area/wires', 'P1'] }), {
      ...files,
      '.github/remit.yml': configuration.replace('[WORKING-GROUPS.md]', '[WORKING-GROUPS.md, TEAMS.md]'),
      'TEAMS.md': twoTables(['Wires']),
    });
    expect((await reconcileIssue(ref, { github, clock }))?.plan.owners).toEqual(['wires']);
  });
});

describe('without a charter to read', () => {
  it.each<[string, (github: FakeGitHub) => void]>([
    [
      'the document is not there',
      (github) => github.commit('.github/remit.yml', configuration.replace('WORKING-GROUPS', 'TEAMS')),
    ],
    ['no format fits the document', (github) => github.commit('WORKING-GROUPS.md', '# Hello\n\nNothing here.\n')],
    ['the document is no text', (github) => github.commit('WORKING-GROUPS.md', '', { unreadable: 'it is not UTF-8' })],
  ])('the owner is unknown and nobody is blamed: %s', async (_, breakIt) => {
    const github = gitHubWith(anIssue({ ...inOrder, labels: ['P1'] }));
    breakIt(github);
    const outcome = await reconcileIssue(ref, { github, clock });
    expect(outcome?.plan.verdicts.find(({ requirement }) => requirement === 'owner')?.status).toBe('unknown');
    expect(outcome?.plan.effects).toEqual([]);
  });
});

describe('a configuration with faults', () => {
  const faulty = 'charter: [a, list]\n';

  it('holds everything back, with the line of the fault', async () => {
    const github = gitHubWith(anIssue(), { ...files, '.github/remit.yml': faulty });
    const outcome = await reconcileIssue(ref, { github, clock });
    expect(outcome?.plan.effects).toEqual([]);
    expect(outcome?.plan.hold).toMatch(/^\.github\/remit\.yml can’t be read: line \d+/);
    expect(outcome?.problems).toHaveLength(1);
  });

  it('changes nothing where the last good one is known', async () => {
    const github = gitHubWith(anIssue(inOrder));
    const cache = createGoverningCache();
    await reconcileIssue(ref, { github, clock, cache });
    github.commit('.github/remit.yml', faulty);
    const outcome = await reconcileIssue(ref, { github, clock, cache });
    expect(outcome?.plan).toMatchObject({ owners: ['networking'], hold: null });
    github.requests.length = 0;
    await reconcileIssue(ref, { github, clock, cache });
    expect(github.requests).toEqual(['issue 1']);
  });
});
