import { afterEach, describe, expect, it } from '@jest/globals';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { compareSnapshots } from '../../src/emulator/snapshot/compare.ts';
import { decodeGraph, encodeGraph } from '../../src/emulator/snapshot/graph.ts';
import { octokitForApp } from './app-token.ts';
import { atNoon, octokitFor, octoSeed, place, startOctoWorld } from './octo-world.ts';
import { startReceiver } from './receiver.ts';

const started: Emulator[] = [];
afterEach(async () => {
  for (const each of started.splice(0)) await each.close();
});
const keep = (emulator: Emulator) => {
  started.push(emulator);
  return emulator;
};
const reload = async (emulator: Emulator) => {
  const text = JSON.stringify(emulator.snapshot());
  return keep(await startEmulator({ snapshot: JSON.parse(text), clock: atNoon }));
};

const pullRequests = [{ title: 'A change', author: 'octo-user-2', files: { 'README.md': '# New\n' }, fork: true }];
const [repository] = octoSeed.repositories ?? [];
const fullSeed = { repositories: [{ ...repository!, pullRequests, issues: [{ title: 'One', labels: ['bug'] }] }] };

describe('a snapshot', () => {
  it('is plain JSON that loads to the same snapshot', async () => {
    const github = keep(await startOctoWorld({ seed: fullSeed }));
    github.as('octo-user-1');
    const snapshot = github.snapshot();
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    expect((await reload(github)).snapshot()).toEqual(snapshot);
  });

  it('answers as before when it is loaded, and goes on counting', async () => {
    const github = keep(await startOctoWorld({ seed: fullSeed }));
    const again = await reload(github);
    const look = async (one: Emulator) => {
      const octokit = octokitFor(one);
      const answers = [
        await octokit.issues.listForRepo(place),
        await octokit.pulls.listFiles({ ...place, pull_number: 2 }),
        await octokit.repos.getContent({ ...place, path: 'docs/guide.md' }),
        await octokit.issues.create({ ...place, title: 'Next' }),
      ];
      return JSON.parse(JSON.stringify(answers.map(({ data }) => data)).replaceAll(one.url, ''));
    };
    expect(await look(again)).toEqual(await look(github));
  });

  it('keeps what was checked, reviewed and merged, and goes on from there', async () => {
    const reviews = [{ author: 'octo-user-1', state: 'approved' as const }];
    const [change] = pullRequests;
    const merged = { ...change!, reviews, state: 'merged' as const };
    const github = keep(await startOctoWorld({ seed: { repositories: [{ ...repository!, pullRequests: [merged] }] } }));
    const { data } = await octokitFor(github).repos.getBranch({ ...place, branch: 'main' });
    const { sha } = data.commit;
    await (await octokitForApp(github)).checks.create({ ...place, name: 'charter', head_sha: sha });
    await octokitFor(github).repos.createCommitStatus({ ...place, sha, state: 'success' });
    await octokitFor(github).git.createRef({ ...place, ref: 'refs/tags/1.4', sha });
    const again = await reload(github);
    const octokit = octokitFor(again);
    const ref = { ...place, ref: '1.4' };
    expect((await octokit.checks.listForRef(ref)).data.check_runs).toMatchObject([{ name: 'charter', head_sha: sha }]);
    expect((await octokit.repos.getCombinedStatusForRef(ref)).data.state).toBe('success');
    const pull = { ...place, pull_number: 1 };
    expect((await octokit.pulls.get(pull)).data).toMatchObject({ merged: true, merge_commit_sha: sha });
    expect((await octokit.pulls.listReviews(pull)).data).toMatchObject([
      { state: 'APPROVED', commit_id: expect.anything() },
    ]);
    const file = { path: 'x.md', message: 'Go on', content: 'eA==' };
    const next = await octokit.repos.createOrUpdateFileContents({ ...place, ...file });
    expect(next.data.commit.parents).toMatchObject([{ sha }]);
  });

  it('keeps tokens and the log of deliveries, and leaves out the app’s key', async () => {
    const receiver = await startReceiver();
    const github = keep(await startOctoWorld({ webhookUrl: receiver.url }));
    await octokitFor(github).issues.create({ ...place, title: 'x' });
    await github.settled();
    await receiver.close();
    const again = await reload(github);
    expect(again.deliveries).toEqual(github.deliveries);
    expect(again.as('octo-user-1').token).toBe(github.as('octo-user-1').token);
    expect(JSON.stringify(github.snapshot())).not.toContain('PRIVATE KEY');
  });

  it('differs from another in what has changed between them', async () => {
    const github = keep(await startOctoWorld({ seed: fullSeed }));
    const before = github.snapshot();
    expect(compareSnapshots(before, github.snapshot())).toEqual([]);
    await octokitFor(github).issues.removeLabel({ ...place, issue_number: 1, name: 'bug' });
    const differences = compareSnapshots(before, github.snapshot());
    expect(differences).toContainEqual(
      expect.objectContaining({
        thing: 'Issue #1',
        field: 'labels',
        before: [{ $ref: expect.any(String) }],
        after: [],
      }),
    );
    expect(differences).toContainEqual(
      expect.objectContaining({ thing: 'UnlabeledEvent', field: '', before: undefined }),
    );
  });

  it('holds a history that is longer than the stack is deep', () => {
    type Commit = { nodeId: string; parent: Commit | null };
    let last: Commit = { nodeId: 'C_0', parent: null };
    for (let each = 1; each < 30_000; each += 1) last = { nodeId: `C_${each}`, parent: last };
    const again = decodeGraph(encodeGraph(last)) as Commit;
    expect([again.nodeId, again.parent?.nodeId]).toEqual(['C_29999', 'C_29998']);
  });

  it('holds data only', () => {
    expect(() => encodeGraph({ answer: () => 42 })).toThrow('.answer is a function');
  });

  it('is refused where it is of another version, or comes with a seed', async () => {
    const snapshot = keep(await startOctoWorld()).snapshot();
    await expect(startEmulator({ snapshot: { ...snapshot, version: 2 as 1 } })).rejects.toThrow('of version 2, not 1');
    await expect(startEmulator({ snapshot, seed: {} })).rejects.toThrow('it is one or the other');
    const torn = { ...snapshot, state: { ...snapshot.state, things: {} } };
    await expect(startEmulator({ snapshot: torn })).rejects.toThrow('and does not have it');
  });
});

describe('ids', () => {
  it('are made from a seed: tokens and GUIDs differ with it', async () => {
    const tokens = [];
    for (const idSeed of ['one', 'one', 'two']) {
      tokens.push(keep(await startOctoWorld({ idSeed })).as('octo-user-1').token);
    }
    expect([tokens[0] === tokens[1], tokens[0] === tokens[2]]).toEqual([true, false]);
  });
});
