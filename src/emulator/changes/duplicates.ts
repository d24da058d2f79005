import { unprocessable } from '../refusal.ts';
import type { Issue } from '../state/entities.ts';
import type { Actor, World } from '../world.ts';
import { record } from './record.ts';

/**
 * Has one issue stand as a duplicate of another, which both tell in their timelines.
 *
 * @throws Refusal 422 for an issue and itself.
 */
export function markAsDuplicate(world: World, actor: Actor, duplicate: Issue, canonical: Issue): void {
  if (duplicate === canonical) throw unprocessable('An issue cannot be a duplicate of itself');
  if (duplicate.duplicateOf === canonical) return;
  duplicate.duplicateOf = canonical;
  for (const issue of [duplicate, canonical]) {
    record(world, actor, issue, { kind: 'MarkedAsDuplicateEvent', canonical, duplicate });
  }
}

export function unmarkAsDuplicate(world: World, actor: Actor, duplicate: Issue, canonical: Issue): void {
  if (duplicate.duplicateOf !== canonical) throw unprocessable('The issue is not a duplicate of this one');
  duplicate.duplicateOf = null;
  for (const issue of [duplicate, canonical]) {
    record(world, actor, issue, { kind: 'UnmarkedAsDuplicateEvent', canonical, duplicate });
  }
}
