import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Seed } from '../../src/emulator/seed.ts';
import { aTree, remit } from './terminal.ts';

type SeedRepository = NonNullable<Seed['repositories']>[0];
type SeedIssue = NonNullable<SeedRepository['issues']>[0];

const open: Emulator[] = [];
afterEach(async () => {
  for (const github of open.splice(0)) await github.close();
});

async function aRepository(issues: SeedIssue[], parts: Partial<SeedRepository> = {}) {
  const github = await startEmulator({
    seed: {
      users: [{ login: 'octo-ci' }],
      repositories: [
        {
          owner: 'octo-ci',
          name: 'octo-repo',
          labels: ['P0', 'on-hold'],
          files: { '.github/remit.yml': 'triage:\n  ignore: { labels: [on-hold] }\n' },
          milestones: ['1.4', '1.5', 'Nebulous Future'],
          issues,
          ...parts,
        },
      ],
    },
  });
  open.push(github);
  const env = { GITHUB_TOKEN: github.as('octo-ci').token, GITHUB_API_URL: github.apiUrl };
  const rollover = (...args: string[]) => remit(aTree({}), ['rollover', ...args, '--repo', 'octo-ci/octo-repo'], env);
  const titles = async () => {
    const asked = await fetch(`${github.apiUrl}/repos/octo-ci/octo-repo/issues?state=all&per_page=100`, {
      headers: { authorization: `token ${env.GITHUB_TOKEN}` },
    });
    const found = (await asked.json()) as { number: number; milestone: { title: string } | null }[];
    return Object.fromEntries(found.map(({ number, milestone }) => [number, milestone?.title ?? null]));
  };
  const writes = () => github.requests.filter(({ kind }) => kind === 'mutation').length;
  return { github, rollover, titles, writes };
}

const planned: SeedIssue = { title: 'Planned', milestone: '1.4' };
const issues = [
  planned,
  { ...planned, state: 'closed' as const },
  { ...planned, milestone: '1.5' },
  { ...planned, labels: ['on-hold'] },
];

describe('remit rollover', () => {
  it('lists first, and moves what is open then', async () => {
    const { rollover, titles, writes } = await aRepository(issues);
    const trial = await rollover('1.4', '--to', '1.5', '--dry-run');
    expect([trial.code, writes()]).toEqual([0, 0]);
    expect(trial.out).toBe(
      '1 issue would move from “1.4” to “1.5”\nissue  title\n#1     Planned\n#4     Planned  stays: the label “on-hold” is ignored\n',
    );
    const { code, out } = await rollover('1.4', '--to', '1.5', '--json');
    const report = JSON.parse(out);
    expect([code, report.applied, report.moves.length, report.stays.length]).toEqual([0, true, 1, 1]);
    expect(new Ajv2020().compile(JSON.parse(readFileSync('schema/rollover.json', 'utf8')))(report)).toBe(true);
    expect(await titles()).toEqual({ 1: '1.5', 2: '1.4', 3: '1.5', 4: '1.4' });
    expect(JSON.parse((await rollover('1.4', '--to', '1.5', '--json')).out).moves).toEqual([]);
    expect(writes()).toBe(1);
  });

  it('neither misses nor doubles any of several pages', async () => {
    const { rollover, titles, writes } = await aRepository(Array.from({ length: 130 }, () => planned));
    const { out } = await rollover('1.4', '--to', '1.5', '--json');
    expect(JSON.parse(out).moves).toHaveLength(130);
    expect(writes()).toBe(130);
    expect(new Set(Object.values(await titles()))).toEqual(new Set(['1.5']));
  });

  it.each([
    [['Nebulous Future', '--to', '1.5'], /“Nebulous Future” is parked/],
    [['1.4', '--to', '1.55'], /no milestone is called “1\.55”: did you mean “1\.5”/],
    [['1.4'], /required option '--to <milestone>'/],
  ])('%j is refused', async (args, said) => {
    const { rollover } = await aRepository([planned]);
    const { code, err } = await rollover(...args);
    expect([code, err]).toEqual([2, expect.stringMatching(said)]);
  });

  it('goes on where GitHub failed, with what is left', async () => {
    const { github, rollover, titles } = await aRepository(Array.from({ length: 6 }, () => planned));
    const rule = github.faults.add({
      operation: 'mutation',
      fault: { kind: 'status', status: 502 },
      nth: 4,
      times: 50,
    });
    expect((await rollover('1.4', '--to', '1.5')).code).toBe(3);
    rule.remove();
    const { code, out } = await rollover('1.4', '--to', '1.5');
    expect([code, out]).toEqual([0, expect.stringMatching(/^3 issues moved/)]);
    expect(new Set(Object.values(await titles()))).toEqual(new Set(['1.5']));
  });
});
