import { maySee } from '../access.ts';
import type { Issue } from '../state/entities.ts';
import { findRepository } from '../state/look-up.ts';
import { referencesIn } from '../state/references.ts';
import type { Actor, World } from '../world.ts';
import { enter } from './record.ts';

/** Notes in every issue that a text of another names that it does, once for each two; nobody is told of it. */
export function crossReference(world: World, actor: Actor, source: Issue, text: string | null): void {
  if (!text?.match(/#\d|\/\d/)) return;
  const { owner, name } = source.repository;
  for (const reference of referencesIn(text, { owner: owner.login, name, base: world.url })) {
    const target = findRepository(world.state, reference.owner, reference.name)?.issues.get(reference.number);
    if (!target || target === source || !maySee(actor, target.repository)) continue;
    const isKnown = target.timeline.some((item) => item.kind === 'CrossReferencedEvent' && item.source === source);
    if (!isKnown) enter(world, actor, target, { kind: 'CrossReferencedEvent', source });
  }
}
