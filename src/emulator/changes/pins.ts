import { unprocessable } from '../refusal.ts';
import { issueShape } from '../shapes/issue.ts';
import type { Issue } from '../state/entities.ts';
import { findPin } from '../state/pins.ts';
import { register } from '../state/state.ts';
import type { Actor, World } from '../world.ts';
import { announce, assertTakesIssues, record } from './record.ts';

const mostPins = 3;

/** Pins an issue to its repository. @throws Refusal 422 for a fourth. Source: GitHub docs, Pinning an issue to your repository. */
export function pinIssue(world: World, actor: Actor, issue: Issue): void {
  const { pins, ids } = world.state;
  assertTakesIssues(issue.repository);
  if (findPin(pins, issue)) return;
  const others = [...pins].filter((pin) => pin.issue.repository === issue.repository);
  if (others.length >= mostPins) throw unprocessable(`Maximum ${mostPins} pinned issues per repository`);
  const pin = {
    kind: 'PinnedIssue' as const,
    ...ids.next('PinnedIssue', issue.repository.id),
    issue,
    pinnedBy: actor.account,
  };
  pins.add(register(world.state, pin));
  record(world, actor, issue, { kind: 'PinnedEvent' });
  announce(world, actor, issue.repository, 'issues', 'pinned', () => ({ issue: issueShape(world, issue) }));
}

export function unpinIssue(world: World, actor: Actor, issue: Issue): void {
  assertTakesIssues(issue.repository);
  if (!findPin(world.state.pins, issue)) return;
  dropPin(world, issue);
  record(world, actor, issue, { kind: 'UnpinnedEvent' });
  announce(world, actor, issue.repository, 'issues', 'unpinned', () => ({ issue: issueShape(world, issue) }));
}

/** Takes the pin off an issue that goes. */
export function dropPin({ state }: World, issue: Issue): void {
  const pin = findPin(state.pins, issue);
  if (!pin) return;
  state.pins.delete(pin);
  state.nodes.delete(pin.nodeId);
}
