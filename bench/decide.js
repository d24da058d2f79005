import { median } from './median.js';
import { person, repository, seed } from './seed.js';

const [page, rounds] = [100, 5];

/**
 * Issues that a sweep decides in a second when pages cost nothing: they are read from the emulated GitHub once, half of
 * them without any metadata, and handed out again and again under other numbers.
 */
export async function decidedPerSecond(issues) {
  const { sweepIssues } = await import('../dist/engine/sweep.js');
  const { beginSweep } = await import('../dist/engine/sweep-state.js');
  const { countDecisions } = await import('../dist/engine/sweep-report.js');
  const github = await inMemory(issues);
  const clock = { now: () => new Date() };
  const figures = [];
  for (let round = 0; round <= rounds; round++) {
    const counting = countDecisions();
    const start = performance.now();
    const sweep = await sweepIssues(beginSweep(repository, clock.now()), {
      github,
      clock,
      apply: 'nothing',
      budget: { requests: issues, share: 1 },
      decided: counting.decided,
    });
    figures.push(issues / ((performance.now() - start) / 1000));
    const { wanting } = counting.report(sweep);
    if (sweep.covered !== issues || wanting !== issues / 2)
      throw new Error(`${wanting} of ${sweep.covered} wanted a change`);
  }
  // The first round warms up.
  return median(figures.slice(1));
}

async function inMemory(issues) {
  const { startEmulator } = await import('../dist/emulator/emulator.js');
  const { connect } = await import('../dist/adapters/github/github.js');
  const { createOctokit } = await import('../dist/adapters/github/octokit.js');
  const [place] = seed.repositories;
  const inOrder = {
    title: 'In order',
    labels: ['area/networking', 'P1'],
    milestone: '1.4',
    comments: [{ body: 'A word' }],
  };
  const seeded = Array.from({ length: page }, (_, index) => (index % 2 === 0 ? inOrder : { title: 'Untidy' }));
  const emulator = await startEmulator({ seed: { ...seed, repositories: [{ ...place, issues: seeded }] } });
  try {
    const octokit = createOctokit({ token: emulator.as(person).token, baseUrl: emulator.apiUrl });
    const real = connect({ octokit });
    const paths = ['.github/remit.yml', 'WORKING-GROUPS.md'];
    const files = await real.readFiles(repository, paths);
    const read = await real.readIssuePage(repository, { first: 'newest', after: null, size: page }, paths);
    return {
      readFiles: async (_, asked) => asked.map((path) => files[paths.indexOf(path)] ?? null),
      installedAt: async () => '2020-01-01T00:00:00Z',
      async readIssuePage(_, { after }, asked) {
        const first = Number(after ?? 0);
        const numbered = read.issues.map((issue, index) => ({
          ...issue,
          ref: { ...issue.ref, number: first + index + 1 },
        }));
        const blobs = Object.fromEntries(asked.map((path) => [path, read.blobs[path] ?? null]));
        const next = first + page < issues ? String(first + page) : null;
        return { ...read, issues: numbered, total: issues, next, blobs };
      },
    };
  } finally {
    await emulator.close();
  }
}
