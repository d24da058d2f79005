import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { FaultRule } from '../../src/emulator/faults/rule.ts';
import type { Snapshot } from '../../src/emulator/snapshot/snapshot.ts';
import type { SweepReport } from '../../src/engine/sweep-report.ts';
import type { Job } from '../../src/model/ports.ts';
import { charter, configuration, seedWith } from './house.ts';
import { aMortalBot } from './mortal-bot.ts';
import { labelsWritten } from './written.ts';

const governing = configuration
  .replace('label:', "team: '{group}-leads'\n  label:")
  .replace(
    'triage:',
    "milestones:\n  gate: { labels: ['release-{milestone}'] }\ntriage:\n  since: 2026-01-01\n  notify: team\n  routes: [{ title: gateway, group: Networking }]",
  );

const kinds = [
  { title: 'In order', labels: ['P1', 'area/networking'], milestone: '1.4' },
  { title: 'Without a milestone', labels: ['P1', 'area/networking'] },
  { title: 'The gateway drops connections', labels: ['P1'] },
  { title: 'Of the group that gets another name', labels: ['P0', 'area/config'], milestone: '1.4' },
];
const count = 13;

const sweeps: Job = { id: 'sweeps at noon', installation: 0, unit: { kind: 'installations' }, background: true };

/** A repository whose charter was changed since it was carried out last, so that two labels are joined. */
async function aGround(): Promise<{ snapshot: Snapshot; carriedOut: string }> {
  const github = await startEmulator({
    seed: seedWith({
      files: { 'WORKING-GROUPS.md': charter, '.github/remit.yml': governing },
      labels: ['area/config', 'area/settings', 'area/networking', 'P0', 'P1', 'release-1.4'],
      issues: Array.from({ length: count }, (_, index) => ({
        ...(kinds[index % 7] ?? kinds[0]!),
        createdAt: '2026-02-03T04:05:06Z',
      })),
      pullRequests: [{ title: 'Release 1.4', author: 'octo-user-1', files: { 'CHANGES.md': '# 1.4\n' } }],
    }),
  });
  const headers = { authorization: `token ${github.as('octo-lead-1').token}` };
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${github.apiUrl}/repos/octo-org/octo-repo${path}`, { headers, ...init });
    expect(response.ok).toBe(true);
    return (await response.json()) as Record<string, string> & { object: { sha: string } };
  };
  const carriedOut = (await ask('/git/ref/heads/main')).object.sha;
  const { sha } = await ask('/contents/WORKING-GROUPS.md');
  const renamed = charter.replace('| Config |', '| Settings |').replace('Config,', 'Settings,');
  const content = Buffer.from(renamed).toString('base64');
  await ask('/contents/WORKING-GROUPS.md', {
    method: 'PUT',
    body: JSON.stringify({ message: 'Rename', content, sha }),
  });
  await ask(`/issues/${count + 1}/labels`, { method: 'POST', body: JSON.stringify({ labels: ['release-1.4'] }) });
  const snapshot = github.snapshot();
  await github.close();
  return { snapshot, carriedOut };
}

type Ground = Awaited<ReturnType<typeof aGround>>;

/** All that Remit may write to, as it stands. */
function standing({ state, url }: Emulator) {
  const [repository] = [...state.repositories.values()];
  return {
    issues: [...repository!.issues.values()].map(({ number, labels, milestone, comments }) => ({
      number,
      labels: labels.map(({ name }) => name).sort(),
      milestone: milestone?.title,
      comments: comments.map(({ body }) => body.replaceAll(url, '')).sort(),
    })),
    labels: [...repository!.labels.values()].map(({ name }) => name),
    checks: [...state.checkSuites].flatMap(({ runs }) =>
      runs.map(({ conclusion, output }) => [conclusion, output?.title]),
    ),
  };
}

/** What was written on the way, beside what stands. */
function written(github: Emulator) {
  const [repository] = [...github.state.repositories.values()];
  return [...repository!.issues.values()].map(({ number, comments, timeline }) => {
    const marks = comments.map(({ body }) => /remit:(\w+)/.exec(body)?.[1]);
    const deleted = timeline.filter(({ kind }) => kind === 'CommentDeletedEvent').map(() => 'deleted');
    return [...labelsWritten(github, number), ...marks, ...deleted];
  });
}

interface Disturbances {
  deaths?: number[];
  seed?: number;
  fails?: boolean;
  isLimited?: boolean;
}

async function swept({ carriedOut, snapshot }: Ground, { deaths = [], seed, fails, isLimited }: Disturbances = {}) {
  const github = await startEmulator({ snapshot, contract: null });
  if (isLimited) github.limits.set({ writesPerMinute: 4 });
  for (const rule of fails ? faults : []) github.faults.add({ ...rule, seed: seed ?? 0 });
  const random = seed === undefined ? () => 0 : randomFrom(seed);
  const bot = aMortalBot({ github, carriedOut, deaths, random });
  const died = await bot.workOff(sweeps);
  await github.close();
  const reports = [...bot.book.kept.values()].map(({ why, report }) => [why, (report as SweepReport).ended]);
  return { standing: standing(github), written: written(github), reports: reports.sort(), died };
}

const faults: FaultRule[] = [
  { operation: 'mutation', probability: 0.1, fault: { kind: 'status', status: 502, effect: 'after' } },
  { operation: 'mutation', probability: 0.1, fault: { kind: 'timeout', effect: 'after', ms: 1 } },
  { operation: 'mutation', probability: 0.1, fault: { kind: 'status', status: 502 } },
  { operation: 'query', probability: 0.05, fault: { kind: 'status', status: 503 } },
  { operation: 'query', probability: 0.05, fault: { kind: 'cut' } },
  { path: '/repos/{owner}/{repo}/check-runs', nth: 1, fault: { kind: 'status', status: 502, effect: 'after' } },
];

/** The same numbers from 0 up to 1 for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('the bot’s sweeps', () => {
  it('killed anywhere, on a GitHub that fails, end as those that nothing disturbed, with nothing written twice', async () => {
    const ground = await aGround();
    const undisturbed = await swept(ground);
    expect(undisturbed.reports).toEqual([
      ['governance', 'complete'],
      ['schedule', 'complete'],
    ]);
    expect(undisturbed.standing.checks).toHaveLength(1);
    const disturbances = fc.record({
      deaths: fc.array(fc.nat(60), { minLength: 1, maxLength: 8 }),
      seed: fc.nat(2 ** 32 - 1),
      fails: fc.boolean(),
      isLimited: fc.boolean(),
    });
    let died = 0;
    await fc.assert(
      fc.asyncProperty(disturbances, async (each) => {
        const disturbed = await swept(ground, each);
        expect(disturbed.standing).toEqual(undisturbed.standing);
        expect(disturbed.reports).toEqual(undisturbed.reports);
        for (const once of disturbed.written) expect(new Set(once).size).toBe(once.length);
        died += disturbed.died;
      }),
      { numRuns: 50, endOnFailure: true },
    );
    expect(died).toBeGreaterThan(50);
  });
});
