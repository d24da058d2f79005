import { describe, expect, it } from '@jest/globals';
import { createGoverningCache } from '../../src/engine/governing.ts';
import { createPeopleMemory } from '../../src/engine/people-memory.ts';
import { handleJob } from '../../src/engine/work.ts';
import type { DatedMilestone, IssueFacts } from '../../src/model/facts.ts';
import type { Inbox, Job } from '../../src/model/ports.ts';
import type { Check, PostedCheck, PullFacts } from '../../src/model/pull-request.ts';
import type { MilestoneChecks } from '../../src/model/pull-request-ports.ts';
import type { Unit } from '../../src/model/unit.ts';
import { anIssue } from '../builders.ts';
import { files } from './documents.ts';
import { FakeGitHub } from './fake-github.ts';
import { FakeInbox } from './fake-inbox.ts';
import { FakeLedger } from './fake-ledger.ts';

const repository = { owner: 'octo-org', name: 'octo-repo' };
const gated = `charter:
  documents: [WORKING-GROUPS.md]
  label: area/{group}
milestones:
  gate:
    labels: [release]
    branches: ['release-{milestone}']
`;

const urgent = anIssue({ labels: ['area/docs', 'P0'], milestone: '1.4' });
const release: PullFacts = { number: 9, commit: 'c0ffee', branch: 'release-1.4', labels: [], milestone: null };

/** Pull requests and the checks on their commits, in memory. */
class FakeChecks implements MilestoneChecks {
  readonly on = new Map<string, PostedCheck>();
  readonly asked: string[] = [];
  written = 0;
  readonly #pulls: PullFacts[];

  constructor(pulls: PullFacts[]) {
    this.#pulls = pulls;
  }

  async milestones(): Promise<DatedMilestone[]> {
    return [{ id: 'M_1', number: 1, title: '1.4', state: 'open', dueOn: null }];
  }

  async openPull(_: unknown, number: number): Promise<PullFacts | null> {
    this.asked.push(`pull ${number}`);
    return this.#pulls.find((pull) => pull.number === number) ?? null;
  }

  async openPulls(): Promise<PullFacts[]> {
    this.asked.push('all pulls');
    return this.#pulls;
  }

  async ownCheck(_: unknown, commit: string): Promise<PostedCheck | null> {
    return this.on.get(commit) ?? null;
  }

  async writeCheck(_: unknown, { commit, check }: { commit: string; check: Check }): Promise<void> {
    this.written += 1;
    this.on.set(commit, { ...check, id: 1 });
  }
}

function aBot({
  pulls = [release],
  issues = [urgent],
  configuration = gated,
}: {
  pulls?: PullFacts[];
  issues?: IssueFacts[];
  configuration?: string;
} = {}) {
  const github = new FakeGitHub({ issues, files: { ...files, '.github/remit.yml': configuration } });
  const checks = new FakeChecks(pulls);
  const inbox = new FakeInbox();
  let now = '2026-06-01T00:00:00.000Z';
  const clock = { now: () => new Date(now) };
  const silent = () => {};
  const equipped = {
    inbox: inbox as unknown as Inbox,
    ledger: new FakeLedger(),
    clock,
    log: { warn: silent, info: silent, debug: silent },
    github: async () => github,
    checks: async () => checks,
    cache: createGoverningCache(),
    people: createPeopleMemory(clock),
  };
  return {
    github,
    checks,
    inbox,
    handle: (unit: Unit, id = 'guid') => handleJob({ id, installation: 7, unit }, equipped),
    async runUntil(moment: string) {
      now = moment;
      await inbox.drain((job: Job) => handleJob(job, equipped), moment);
    },
  };
}

const gates: Unit = { kind: 'gates', repository };
const gatesOfOne: Unit = { kind: 'gates', repository, number: 9 };

describe('the check of a pull request that waits for a milestone', () => {
  it('fails while an urgent issue is open in it, and says which', async () => {
    const { checks, handle } = aBot();
    await handle(gatesOfOne);
    expect(checks.on.get('c0ffee')).toMatchObject({
      conclusion: 'failure',
      title: '“1.4” is not achieved: of 1 open issue, 1 of the most urgent priority',
      summary: expect.stringContaining('[#1](https://github.com/octo-org/octo-repo/issues/1)'),
    });
  });

  it('is written once as long as nothing changes', async () => {
    const { checks, handle } = aBot();
    await handle(gatesOfOne);
    await handle(gatesOfOne, 'another guid');
    expect(checks.written).toBe(1);
  });

  it('needs a person where it can’t be known', async () => {
    const missing = aBot({ pulls: [{ ...release, branch: 'release-1.40' }] });
    await missing.handle(gatesOfOne);
    expect(missing.checks.on.get('c0ffee')).toMatchObject({
      conclusion: 'action_required',
      title: 'no milestone is called “1.40”',
      summary: 'no milestone is called `1.40`: did you mean `1.4`?\n',
    });
    const none = aBot({ pulls: [{ ...release, branch: 'main', labels: ['release'] }] });
    await none.handle(gatesOfOne);
    expect(none.checks.on.get('c0ffee')).toMatchObject({
      conclusion: 'action_required',
      title: expect.stringMatching(/in no milestone/),
    });
  });

  it('holds no more than GitHub takes, whatever the titles are', async () => {
    const ref = (number: number) => ({ ...urgent.ref, number });
    const issues = Array.from({ length: 300 }, (_, index) => ({
      ...urgent,
      ref: ref(index + 1),
      title: '🙂&|'.repeat(99),
    }));
    const { checks, handle } = aBot({ issues });
    await handle(gatesOfOne);
    const { summary = '' } = checks.on.get('c0ffee') ?? {};
    expect(Buffer.byteLength(summary)).toBeLessThan(65_536);
    expect(summary).toMatch(/\nAnd \d+ more\.\n$/);
  });

  it('is lifted when the pull request waits for nothing any more', async () => {
    const pull = { ...release };
    const { checks, handle } = aBot({ pulls: [pull] });
    await handle(gatesOfOne);
    pull.branch = 'main';
    await handle(gatesOfOne, 'edited');
    expect(checks.on.get('c0ffee')?.conclusion).toBe('skipped');
  });

  it('is none on a pull request that never waited', async () => {
    const { checks, handle } = aBot({ pulls: [{ ...release, branch: 'main' }] });
    await handle(gatesOfOne);
    expect(checks.written).toBe(0);
  });
});

describe('what happens to issues', () => {
  it('is seen at the next moment that is for that, once for all of it', async () => {
    const { github, checks, inbox, handle, runUntil } = aBot();
    await handle(gatesOfOne);
    for (const guid of ['1', '2', '3']) await handle(gates, guid);
    await handle({ kind: 'issue', ref: urgent.ref }, '4');
    expect(inbox.ids.filter((id) => id.startsWith('gates'))).toEqual([
      'gates of octo-org/octo-repo at 2026-06-01T00:00:30.000Z',
    ]);
    github.change(1, { state: 'closed' });
    await runUntil('2026-06-01T00:00:30.000Z');
    expect(checks.on.get('c0ffee')?.conclusion).toBe('success');
    expect(checks.asked).toEqual(['pull 9', 'all pulls']);
  });

  it('asks once about a milestone, however many pull requests wait for it', async () => {
    const pulls = [release, { ...release, number: 10, commit: 'decaf' }, { ...release, number: 11, branch: 'main' }];
    const { github, checks, handle, runUntil } = aBot({ pulls });
    await handle(gates);
    await runUntil('2026-06-01T00:00:30.000Z');
    expect([...checks.on.keys()]).toEqual(['c0ffee', 'decaf']);
    expect(github.requests.filter((request) => request.includes('newest'))).toHaveLength(1);
  });

  it('costs nothing where no pull request waits for anything', async () => {
    const { github, checks, inbox, handle } = aBot({ configuration: files['.github/remit.yml']! });
    await handle({ kind: 'issue', ref: urgent.ref });
    github.requests.length = 0;
    await handle(gates);
    await handle(gatesOfOne);
    expect([github.requests, checks.asked, inbox.ids.filter((id) => id.startsWith('gates'))]).toEqual([[], [], []]);
  });
});
