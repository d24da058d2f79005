import { createRandom } from '../simulate/random.js';
import { placeOf } from './places.js';
import { botsOn, freePort, kill, untilIdle, urlOf } from './processes.js';
import { judge, startTown } from './town.js';

/** Milliseconds that a process lives on at most once it has acknowledged something, and between two deliveries. */
const longestLife = 400;
const pause = 10;

/**
 * The bot is killed with -9 at random moments under a stream of deliveries, and started again: what it acknowledged must
 * be done in the end, and nothing twice. With `beside` the one that takes deliveries lives on, and another one that works
 * beside it on the same server is killed.
 */
export async function kills({ database, times, seed, beside = false }) {
  const random = createRandom(seed);
  const place = placeOf(database);
  const { github, openIssue } = await startTown();
  const bots = botsOn(github, place);
  const [port, otherPort] = [await freePort(), await freePort()];
  github.setWebhookUrl(urlOf(port));
  const steady = beside ? await bots.start(port) : null;
  let last = null;
  try {
    for (let round = 0; round < times; round++) {
      last = await bots.start(beside ? otherPort : port);
      const stream = streamOf(openIssue);
      await untilAcknowledged(github, github.deliveries.length);
      await wait(random.below(longestLife));
      await kill(last);
      last = null;
      await stream.end();
    }
    last = beside ? null : await bots.start(port);
    const dead = await untilIdle(port, github);
    return { kills: times, ...judge(github), dead };
  } finally {
    for (const child of [steady, last]) if (child) await kill(child);
    await github.close();
    await place.remove();
  }
}

/** Resolves when something that came after so many deliveries is acknowledged. */
async function untilAcknowledged({ deliveries }, before) {
  while (!deliveries.slice(before).some(({ status }) => status === 200)) await wait(pause);
}

function streamOf(openIssue) {
  let isOver = false;
  const done = (async () => {
    while (!isOver) {
      await openIssue();
      await wait(pause);
    }
  })();
  return {
    end() {
      isOver = true;
      return done;
    },
  };
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
