import { execFileSync } from 'node:child_process';
import { placeOf } from './places.js';
import { botsOn, freePort, kill, untilIdle, urlOf } from './processes.js';
import { judge, startTown } from './town.js';

/** Issues that are opened before, meanwhile and afterwards. */
const each = 3;

/**
 * The embedded database can write nothing for a while, since the system refuses every write to a file, as on a full
 * disk; then there is room again, and every third time the process is killed and started. Needs `prlimit`, which Linux
 * has.
 */
export async function fullDisk({ times }) {
  const place = placeOf('embedded');
  const { github, openIssue } = await startTown();
  const port = await freePort();
  let child = await botsOn(github, place).start(port);
  const limit = (bytes) => execFileSync('prlimit', [`--pid=${child.pid}`, `--fsize=${bytes}`]);
  try {
    github.setWebhookUrl(urlOf(port));
    const openSome = async () => {
      const before = github.deliveries.length;
      for (let count = 0; count < each; count++) await openIssue();
      await github.settled();
      const opened = github.deliveries.slice(before).filter(({ action }) => action === 'opened');
      return opened.map(({ status }) => status);
    };
    const meanwhile = [];
    for (let round = 0; round < times; round++) {
      await openSome();
      limit('0:unlimited');
      meanwhile.push(...(await openSome()));
      limit('unlimited');
      while ((await openSome()).at(-1) !== 200);
      if (round % 3 !== 2) continue;
      await kill(child);
      child = await botsOn(github, place).start(port);
    }
    const dead = await untilIdle(port, github);
    const refused = meanwhile.filter((status) => status === 503).length;
    return { times, meanwhile: meanwhile.length, refused, ...judge(github), dead };
  } finally {
    await kill(child);
    await github.close();
    await place.remove();
  }
}
