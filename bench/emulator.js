import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { askRepeatedly } from './ask.js';
import { median } from './median.js';

/**
 * What the emulated GitHub can take: requests and reads in a second, asked from another process; the start in a
 * process that has loaded it; the memory that many issues take.
 */
const goals = { rest: 3000, graphql: 1000, start: 50, memory: 500 };
const [requests, connections, rounds, starts, issues] = [6000, 16, 3, 20, 100_000];

const readIssue = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) {
      id number title body state stateReason locked createdAt updatedAt url
      author { login }
      labels(first: 100) { nodes { name } }
      milestone { number title dueOn state }
      assignees(first: 10) { nodes { login } }
      comments(last: 5) { nodes { author { login } body createdAt } }
    }
  }
}`;

export default async function measure() {
  const { repository } = await import('./seed.js');
  const served = await startServed([]);
  const headers = { authorization: `bearer ${served.token}`, 'content-type': 'application/json' };
  const path = `${served.apiUrl}/repos/${repository.owner}/${repository.name}/issues/2`;
  const body = JSON.stringify({ query: readIssue, variables: { ...repository, number: 2 } });
  const rest = await fastest({ url: path, method: 'GET', headers });
  const graphql = await fastest({ url: served.graphqlUrl, method: 'POST', headers, body });
  served.child.kill();
  const first = await startServed(['--issues', '0']);
  first.child.kill();
  const filled = await startServed(['--issues', String(issues)]);
  filled.child.kill();
  return [
    atLeast('emulator: REST requests/s', rest, goals.rest),
    atLeast('emulator: GraphQL reads of an issue/s', graphql, goals.graphql),
    atMost('emulator: first start of a process, ms', first.started, goals.start),
    atMost('emulator: start in process, ms', await startTime(), goals.start),
    atMost(`emulator: MB with ${issues} issues`, filled.megabytes, goals.memory),
  ];
}

/** The first round warms both processes up and does not count. */
async function fastest(asked) {
  await askRepeatedly({ ...asked, count: requests, connections });
  const figures = [];
  for (let round = 0; round < rounds; round++)
    figures.push(await askRepeatedly({ ...asked, count: requests, connections }));
  return median(figures);
}

async function startServed(args) {
  const child = fork(fileURLToPath(new URL('./served-emulator.js', import.meta.url)), args, {
    execArgv: ['--expose-gc'],
  });
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the emulator ended with ${code}`)));
  const [told] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => {});
  return { child, ...told };
}

async function startTime() {
  const { startEmulator } = await import('../dist/emulator/emulator.js');
  const { seed } = await import('./seed.js');
  const times = [];
  for (let n = 0; n <= starts; n++) {
    const before = performance.now();
    const github = await startEmulator({ seed });
    times.push(performance.now() - before);
    await github.close();
  }
  // The first start of a process is told apart: it compiles the code.
  return median(times.slice(1));
}

function atLeast(figure, value, goal) {
  return { figure, ours: value.toFixed(0), theirs: '-', ratio: null, goal: `≥ ${goal}`, met: value >= goal };
}

function atMost(figure, value, goal) {
  return { figure, ours: value.toFixed(1), theirs: '-', ratio: null, goal: `< ${goal}`, met: value < goal };
}
