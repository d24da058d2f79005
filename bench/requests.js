import { openIssues, person, repository, seed } from './seed.js';

/**
 * Requests to GitHub for each decided issue, all of them counted: reading what governs, reading the issue, writing.
 * Decided again when nothing has changed, nothing may be written.
 */
const issues = 50;
const goals = { perIssue: 2, writesAgain: 0 };

export default async function measure() {
  const { startEmulator } = await import('../dist/emulator/emulator.js');
  const github = await startEmulator({ seed });
  try {
    await openIssues(github, issues);
    const decideAll = await createDecider(github);
    const first = await requestsDuring(github, decideAll);
    const again = await requestsDuring(github, decideAll);
    return [
      row('GitHub requests for each issue decided', first.all / issues, goals.perIssue),
      row('the same when nothing has changed', again.all / issues, goals.perIssue),
      row('writes when nothing has changed', again.writes, goals.writesAgain),
    ];
  } finally {
    await github.close();
  }
}

async function createDecider({ as, apiUrl }) {
  const { connect } = await import('../dist/adapters/github/github.js');
  const { createOctokit } = await import('../dist/adapters/github/octokit.js');
  const { createGoverningCache } = await import('../dist/engine/governing.js');
  const { reconcileIssue } = await import('../dist/engine/reconcile.js');
  const options = {
    github: connect({
      octokit: createOctokit({ token: as(person).token, baseUrl: apiUrl }),
      installedAt: async () => '2020-01-01T00:00:00Z',
    }),
    clock: { now: () => new Date() },
    cache: createGoverningCache(),
  };
  return async () => {
    for (let number = 1; number <= issues; number++) {
      const outcome = await reconcileIssue({ owner: repository.owner, repository: repository.name, number }, options);
      if (outcome === null) throw new Error(`issue ${number} was not found`);
    }
  };
}

async function requestsDuring(github, work) {
  const before = github.requests.length;
  await work();
  const made = github.requests.slice(before);
  const isWrite = ({ kind, method, path }) => kind === 'mutation' || (method !== 'GET' && !/graphql/.test(path));
  return { all: made.length, writes: made.filter(isWrite).length };
}

function row(figure, value, goal) {
  return { figure, ours: value.toFixed(2), theirs: '-', ratio: null, goal: `≤ ${goal}`, met: value <= goal };
}
