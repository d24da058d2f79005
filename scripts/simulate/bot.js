import { createSign } from 'node:crypto';
import { createServer } from 'node:http';
import { Octokit } from '@octokit/core';

const built = (path) => import(new URL(`../../dist/${path}.js`, import.meta.url));

/** Milliseconds from an event to the bot's look at it, as `remit serve` waits unless told otherwise. */
const quiet = 10_000;

/**
 * The bot's own engine on the emulated GitHub, with an inbox that goes by the simulated time: what is due is worked off
 * before the time goes on, and one look stands for all hints of an issue that wait when it begins.
 */
export async function startBot({ github, clock }) {
  const [{ handleJob }, { jobsOf }, { createGoverningCache }, { connect }] = await Promise.all([
    built('engine/work'),
    built('engine/intake'),
    built('engine/governing'),
    built('adapters/github/github'),
  ]);
  const received = await receive(github);
  const inbox = createInbox(clock);
  const decisions = [];
  const clientOf = signIn({ github, clock });
  const equipped = {
    inbox,
    clock,
    cache: createGoverningCache(),
    log: { info() {}, debug() {}, warn() {}, error() {} },
    ledger: {
      add: async (decision) => void decisions.push(decision),
      last: async () => null,
      story: async () => [],
    },
    github: async (installation) =>
      connect({ octokit: await clientOf(installation), installedAt: async () => '2020-01-01T00:00:00Z' }),
  };
  const takeIn = async () => {
    await github.settled();
    for (const { guid, event, payload } of received.splice(0)) {
      inbox.putSoon(jobsOf({ guid, name: event, payload }, { ownLogin: 'remit[bot]' }).jobs);
    }
  };
  return {
    equipped,
    takeIn,
    /** Works off what is due until then, each at its time. */
    async workUntil(time) {
      for (let job = inbox.next(time); job !== null; job = inbox.next(time)) {
        if (job.due > clock.now().getTime()) github.clock.set(new Date(job.due));
        await handleJob(job, equipped);
        await takeIn();
      }
    },
    close: () => received.close(),
  };
}

async function receive(github) {
  const received = [];
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200).end());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  github.setWebhookUrl(`http://127.0.0.1:${server.address().port}/`);
  let seen = 0;
  return Object.assign(received, {
    splice: () => {
      const fresh = github.deliveries.slice(seen);
      seen = github.deliveries.length;
      return fresh;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  });
}

function createInbox(clock) {
  let waiting = [];
  const known = new Set();
  const keep = (job, due) => {
    if (known.has(job.id)) return;
    known.add(job.id);
    waiting.push({ ...job, due });
  };
  const issueOf = ({ unit }) => (unit.kind === 'issue' ? JSON.stringify(unit.ref) : null);
  return {
    put: async (jobs) => {
      for (const job of jobs) keep(job, job.after ? Date.parse(job.after) : clock.now().getTime());
    },
    putSoon: (jobs) => {
      for (const job of jobs) keep(job, clock.now().getTime() + quiet);
    },
    next(time) {
      const [first] = waiting.filter(({ due }) => due <= time).sort((one, other) => one.due - other.due);
      if (!first) return null;
      const now = Math.max(first.due, clock.now().getTime());
      const isCovered = (job) =>
        job === first ||
        (issueOf(first) !== null && issueOf(job) === issueOf(first) && (job.cause !== undefined || job.due <= now));
      waiting = waiting.filter((job) => !isCovered(job));
      return first;
    },
  };
}

const minute = 60_000;

/** Clients of installations by the simulated time: GitHub's tokens are valid for an hour. */
function signIn({ github, clock }) {
  const clients = new Map();
  return async (installation) => {
    const known = clients.get(installation);
    const now = clock.now().getTime();
    if (known && known.until > now) return known.client;
    const route = `${github.apiUrl}/app/installations/${installation}/access_tokens`;
    const headers = { authorization: `Bearer ${appToken(github.app, now)}` };
    const { token } = await (await fetch(route, { method: 'POST', headers })).json();
    const client = new Octokit({ auth: token, baseUrl: github.apiUrl });
    clients.set(installation, { client, until: now + 55 * minute });
    return client;
  };
}

function appToken({ id, privateKey }, now) {
  const seconds = Math.floor(now / 1000);
  const parts = [
    { alg: 'RS256', typ: 'JWT' },
    { iss: id, iat: seconds - 60, exp: seconds + 300 },
  ];
  const unsigned = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(privateKey, 'base64url')}`;
}
