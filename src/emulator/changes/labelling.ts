import { invalid } from '../refusal.ts';
import { labelShape } from '../shapes/issue.ts';
import type { Issue, Label } from '../state/entities.ts';
import type { Actor, World } from '../world.ts';
import { announceIssue, assertTakesIssues, record } from './record.ts';

const mostLabels = 100;

/** Adds the labels that the issue has not; each is an event of its own, as on GitHub. */
export function addLabels(world: World, actor: Actor, issue: Issue, labels: Label[]): void {
  assertTakesIssues(issue.repository);
  const fresh = [...new Set(labels)].filter((label) => !issue.labels.includes(label));
  if (issue.labels.length + fresh.length > mostLabels) throw tooMany();
  for (const label of fresh) {
    issue.labels = [...issue.labels, label];
    record(world, actor, issue, { kind: 'LabeledEvent', label });
    announceIssue(world, actor, issue, 'labeled', () => ({ label: labelShape(world, label) }));
  }
}

export function removeLabels(world: World, actor: Actor, issue: Issue, labels: Label[]): void {
  assertTakesIssues(issue.repository);
  for (const label of labels) {
    if (!issue.labels.includes(label)) continue;
    issue.labels = issue.labels.filter((each) => each !== label);
    record(world, actor, issue, { kind: 'UnlabeledEvent', label });
    announceIssue(world, actor, issue, 'unlabeled', () => ({ label: labelShape(world, label) }));
  }
}

/** Makes the issue have these labels and no others. */
export function setLabels(world: World, actor: Actor, issue: Issue, labels: Label[]): void {
  if (new Set(labels).size > mostLabels) throw tooMany();
  removeLabels(
    world,
    actor,
    issue,
    issue.labels.filter((label) => !labels.includes(label)),
  );
  addLabels(world, actor, issue, labels);
}

function tooMany() {
  return invalid({
    resource: 'Issue',
    field: 'labels',
    code: 'custom',
    message: `an issue has at most ${mostLabels} labels`,
  });
}
