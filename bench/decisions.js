import { median } from './median.js';
import { openIssues, person, repository, seed } from './seed.js';

const goal = 50_000;
const issues = 20;
/** When Remit came: before all issues. */
const since = '2020-01-01T00:00:00Z';
const [rounds, perRound] = [9, 10_000];

/**
 * Decisions a second of the pure core on one core: on issues as they are read from an emulated GitHub, half of them in
 * order, half with a checklist, each with labels that came and went. No reading, no writing.
 */
export default async function measure() {
  const rates = [];
  const decideAll = await decider();
  for (let round = 0; round < rounds; round++) {
    const begun = process.cpuUsage();
    decideAll(perRound);
    rates.push(perRound / (process.cpuUsage(begun).user / 1e6));
  }
  // The first round warms up and does not count.
  const rate = median(rates.slice(1));
  const printed = (value) => Math.round(value).toLocaleString('en');
  return [
    {
      figure: 'decisions of the pure core/s, one core',
      ours: printed(rate),
      theirs: '-',
      ratio: null,
      goal: `≥ ${printed(goal)}`,
      met: rate >= goal,
    },
  ];
}

async function decider() {
  const [{ startEmulator }, { connect }, { createOctokit }, { createGoverningCache, readGoverning }, engine] =
    await Promise.all([
      import('../dist/emulator/emulator.js'),
      import('../dist/adapters/github/github.js'),
      import('../dist/adapters/github/octokit.js'),
      import('../dist/engine/governing.js'),
      import('../dist/engine/reconcile.js'),
    ]);
  const emulator = await startEmulator({ seed });
  try {
    await openIssues(emulator, issues);
    await changeLabels(emulator);
    const octokit = createOctokit({ token: emulator.as(person).token, baseUrl: emulator.apiUrl });
    const github = connect({ octokit, installedAt: async () => since });
    const cache = createGoverningCache();
    const governing = await readGoverning(repository, { github, cache });
    const clock = { now: () => new Date() };
    const read = [];
    for (let number = 1; number <= issues; number++) {
      const ref = { owner: repository.owner, repository: repository.name, number };
      await engine.reconcileIssue(ref, { github, clock, cache });
      const reading = await github.readIssue(ref, []);
      read.push({ issue: reading.issue, links: engine.linksTo(governing, ref, reading.webUrl) });
    }
    const at = { now: new Date().toISOString(), installedAt: since };
    return (count) => {
      for (let made = 0; made < count; made++) {
        const { issue, links } = read[made % issues];
        if (engine.planFor(issue, governing, { ...at, links }).verdicts.length === 0)
          throw new Error('nothing decided');
      }
    };
  } finally {
    await emulator.close();
  }
}

/** What each issue gets and loses again, so that there is a past to be heeded. */
async function changeLabels({ apiUrl, as }) {
  const headers = { authorization: `token ${as(person).token}`, 'content-type': 'application/json' };
  for (let number = 1; number <= issues; number++) {
    const labels = `${apiUrl}/repos/${repository.owner}/${repository.name}/issues/${number}/labels`;
    await fetch(labels, { method: 'POST', headers, body: JSON.stringify({ labels: ['P0', 'area/security'] }) });
    for (const name of ['P0', 'area/security']) {
      await fetch(`${labels}/${encodeURIComponent(name)}`, { method: 'DELETE', headers });
    }
  }
}
