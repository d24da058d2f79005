import { Refusal } from '../refusal.ts';
import { labelShape } from '../shapes/issue.ts';
import type { Issue, Label } from '../state/entities.ts';
import type { Actor, World } from '../world.ts';
import { announceIssue, assertTakesIssues, record } from './record.ts';

const mostLabels = 100;

/** Adds the labels that the issue has not; each is an event of its own, as on GitHub. */
export function addLabels(world: World, actor: Actor, issue: Issue, labels: Label[]): void {
  assertTakesIssues(issue.repository);
  const fresh = [...new Set(labels)].filter((label) => !issue.labels.includes(label));
  assertFewLabels([...issue.labels, ...fresh]);
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
  assertFewLabels(labels);
  removeLabels(
    world,
    actor,
    issue,
    issue.labels.filter((label) => !labels.includes(label)),
  );
  addLabels(world, actor, issue, labels);
}

/** @throws Refusal 422 for more labels than an issue may have, be they labels or their names. */
export function assertFewLabels(labels: readonly unknown[]): void {
  if (new Set(labels).size <= mostLabels) return;
  throw new Refusal(422, `Validation Failed. Issues cannot have more than ${mostLabels} labels`, { errors: [] });
}
