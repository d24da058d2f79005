import { place, priorities } from './town.js';

const own = 'remit[bot]';

/**
 * What the bot did to the issues, judged by what stands on GitHub at the end and by what was asked of it.
 * @param plans what a fresh decision on each issue would still change.
 */
export function judge({ github, plans, events }) {
  const repository = [...github.state.repositories.values()].find(({ name }) => name === place.repo);
  const issues = [...repository.issues.values()];
  const asked = github.requests.filter(({ actor, path }) => actor === own && !path.endsWith('/access_tokens'));
  const written = commentsWritten(issues, github);
  const verdicts = issues.map((issue) => judgeIssue(issue));
  return {
    events,
    issues: issues.length,
    'most comments on an issue': Math.max(...written),
    'comments per issue': written.reduce((sum, count) => sum + count, 0) / issues.length,
    flips: verdicts.reduce((sum, { flips }) => sum + flips, 0),
    'writes that undid a person': verdicts.reduce((sum, { undone }) => sum + undone, 0),
    'issues as a fresh decision has them, %':
      (100 * plans.filter(({ effects }) => effects.length === 0).length) / plans.length,
    'requests per event': asked.length / events,
  };
}

/** Comments that the bot wrote, those that are gone too; edits are none. */
function commentsWritten(issues, github) {
  const counts = new Map(issues.map(({ number }) => [number, 0]));
  for (const { event, action, payload } of github.deliveries) {
    if (event !== 'issue_comment' || action !== 'created' || payload.sender.login !== own) continue;
    counts.set(payload.issue.number, (counts.get(payload.issue.number) ?? 0) + 1);
  }
  return [...counts.values()];
}

/** A label that the bot put on and took off again flipped; what a person did last before it must not be undone by it. */
function judgeIssue(issue) {
  const lastBy = new Map();
  const lastOwn = new Map();
  const standing = new Map();
  let [flips, undone] = [0, 0];
  for (const item of issue.timeline) {
    if (item.kind !== 'LabeledEvent' && item.kind !== 'UnlabeledEvent') continue;
    const name = item.label.name;
    const isOwn = item.actor?.login === own;
    if (isOwn) {
      if (lastOwn.has(name) && lastOwn.get(name) !== item.kind) flips += 1;
      lastOwn.set(name, item.kind);
      const before = lastBy.get(name);
      const isOpposite = before !== undefined && before.kind !== item.kind && before.isPerson;
      if (isOpposite && !isExclusive(name, item.kind, standing)) undone += 1;
    }
    lastBy.set(name, { kind: item.kind, isPerson: item.actor?.kind === 'User' });
    if (item.kind === 'LabeledEvent') standing.set(name, item);
    else standing.delete(name);
  }
  return { flips, undone };
}

/** Of two priorities the one that a person added last stands: taking off the other is what was asked for. */
function isExclusive(name, kind, standing) {
  if (kind !== 'UnlabeledEvent' || !priorities.includes(name)) return false;
  const order = [...standing.keys()];
  return order.some(
    (other) => other !== name && priorities.includes(other) && order.indexOf(other) > order.indexOf(name),
  );
}
