import { areas, milestones, otherBots, people, place, priorities } from './town.js';

const minute = 60_000;

/**
 * What people and other bots do, one thing after the other. Each step says when it happens and does it by GitHub's API
 * as that person; `wait` lets the time pass in which the bot works.
 */
export async function live({ random, as, wait, events, mostEvents }) {
  const issues = [];
  while (events() < mostEvents) {
    await wait(random.pause(15 * minute));
    const what = issues.length < 20 ? 'report' : random.oneOf(habits);
    await acts[what]({ random, as, wait, issues, issue: issues.length > 0 ? recent(issues, random) : null });
  }
  return issues;
}

/** How often what happens: five comments an issue, and most issues are looked at by somebody within a day. */
const habits = Object.entries({
  report: 10,
  triage: 22,
  plan: 10,
  talk: 22,
  changeMind: 4,
  undoRemit: 3,
  close: 6,
  staleBot: 4,
  labelBot: 4,
}).flatMap(([what, often]) => Array(often).fill(what));

/** People look at what is new most often. */
function recent(issues, random) {
  const back = Math.min(issues.length - 1, Math.floor(random.pause(6)));
  return issues[issues.length - 1 - back];
}

const at = (issue) => ({ ...place, issue_number: issue.number });
const ignoreRefusal = (request) => request.catch(() => null);
const addLabels = (client, issue, labels) =>
  ignoreRefusal(client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { ...at(issue), labels }));
const removeLabel = (client, issue, name) =>
  ignoreRefusal(
    client.request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', { ...at(issue), name }),
  );
const comment = (client, issue, body) =>
  ignoreRefusal(client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...at(issue), body }));
const patch = (client, issue, change) =>
  ignoreRefusal(client.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...at(issue), ...change }));
const labelsOf = async (client, issue) => {
  const { data } = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}', at(issue));
  return data.labels.map(({ name }) => name);
};

const acts = {
  async report({ random, as, wait, issues }) {
    const author = as(random.oneOf(people.reporters));
    const title = `Something about ${random.oneOf(areas)} (${issues.length + 1})`;
    const { data } = await author.request('POST /repos/{owner}/{repo}/issues', { ...place, title, body: 'It fails.' });
    issues.push({ number: data.number, author });
    if (random.chance(0.3)) {
      await wait(random.pause(2 * minute));
      await patch(author, data, { body: 'It fails, as the log shows.' });
    }
  },

  /** Labels are chosen together in the sidebar, then the milestone. */
  async triage({ random, as, wait, issue }) {
    const triager = as(random.oneOf([...people.triagers, ...people.leads]));
    const chosen = [`area/${random.oneOf(areas)}`, ...(random.chance(0.9) ? [random.oneOf(priorities)] : [])];
    await addLabels(triager, issue, [...chosen, ...(random.chance(0.5) ? ['bug'] : [])]);
    if (random.chance(0.9)) {
      await wait(random.pause(10_000));
      await setMilestone(triager, issue, random.oneOf(milestones));
    }
    if (random.chance(0.3)) await assign(triager, issue, random.oneOf(people.leads));
  },

  async plan({ random, as, issue }) {
    const lead = as(random.oneOf(people.leads));
    await setMilestone(lead, issue, random.oneOf(milestones));
    if (random.chance(0.5)) await addLabels(lead, issue, [random.oneOf(priorities)]);
  },

  async talk({ random, as, wait, issue }) {
    for (let words = 1 + random.below(4); words > 0; words--) {
      await comment(as(random.oneOf([...people.reporters, ...people.leads])), issue, 'I see that, too.');
      await wait(random.pause(3 * minute));
    }
  },

  /** Somebody takes off what another one set. */
  async changeMind({ random, as, issue }) {
    const person = as(random.oneOf(people.triagers));
    const labels = await labelsOf(person, issue);
    if (labels.length > 0) await removeLabel(person, issue, random.oneOf(labels));
    if (random.chance(0.3)) await patch(person, issue, { milestone: null });
  },

  /** Somebody puts back what the bot took off, or deletes its comment. */
  async undoRemit({ random, as, issue }) {
    const lead = as(random.oneOf(people.leads));
    const { data } = await lead.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', at(issue));
    const ours = data.find(({ user }) => user.login === 'remit[bot]');
    if (ours) {
      const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';
      await ignoreRefusal(lead.request(route, { ...place, comment_id: ours.id }));
    } else await addLabels(lead, issue, [random.oneOf(priorities)]);
  },

  async close({ random, as, wait, issue }) {
    const person = as(random.oneOf(people.leads));
    await patch(person, issue, { state: 'closed' });
    if (!random.chance(0.3)) return;
    await wait(random.pause(60 * minute));
    await patch(person, issue, { state: 'open' });
  },

  async staleBot({ random, as, wait, issue }) {
    const bot = as(otherBots[0]);
    await addLabels(bot, issue, ['stale']);
    await comment(bot, issue, 'This issue has had no activity.');
    await wait(random.pause(30 * minute));
    if (random.chance(0.7)) await removeLabel(bot, issue, 'stale');
  },

  /** Sets what it thinks right, whatever is there, several times over. */
  async labelBot({ random, as, wait, issue }) {
    const bot = as(otherBots[1]);
    const label = random.oneOf([...priorities, ...areas.map((area) => `area/${area}`)]);
    for (let turn = 1 + random.below(3); turn > 0; turn--) {
      await addLabels(bot, issue, [label]);
      await wait(random.pause(5 * minute));
      if (random.chance(0.5)) await removeLabel(bot, issue, label);
    }
  },
};

async function setMilestone(client, issue, title) {
  await patch(client, issue, { milestone: milestones.indexOf(title) + 1 });
}

async function assign(client, issue, login) {
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees';
  await ignoreRefusal(client.request(route, { ...at(issue), assignees: [login] }));
}
