import { placeOf } from './places.js';
import { botsOn, freePort, kill, untilIdle, urlOf } from './processes.js';
import { judge, startTown } from './town.js';

/** So many deliveries for one issue: what they cost, and that all are acknowledged. */
export async function oneIssue({ database, times }) {
  const place = placeOf(database);
  const { github, openIssue } = await startTown();
  const port = await freePort();
  const child = await botsOn(github, place).start(port);
  try {
    github.setWebhookUrl(urlOf(port));
    await openIssue();
    await github.settled();
    const [{ payload }] = github.deliveries;
    const asked = github.requests.length;
    for (let count = 1; count < times; count++) {
      github.sendWebhook('issues', { ...payload, action: 'edited', changes: {} });
      // Not all of them at once in memory.
      if (count % 500 === 0) await github.settled();
    }
    const dead = await untilIdle(port, github);
    const unacknowledged = github.deliveries.filter(({ status }) => status !== 200).length;
    const { lost, twice } = judge(github);
    return { deliveries: times, unacknowledged, requests: github.requests.length - asked, lost, twice, dead };
  } finally {
    await kill(child);
    await github.close();
    await place.remove();
  }
}
