import { maySee } from '../access.ts';
import type { Issue, TimelineItem } from '../state/entities.ts';
import type { Actor } from '../world.ts';
import { mayRead } from './lack.ts';
import { issues, pulls } from './need.ts';

/** Whether an issue or pull request shows where it is one of many: in a search, a list of children, a reference. */
export function showsIssue(actor: Actor | null, { repository, pull }: Issue): boolean {
  return maySee(actor, repository) && mayRead(actor, repository, pull ? pulls : issues);
}

/** Whether an entry of a timeline shows: a reference from where one may not look, or that is gone, does not. */
export function showsEntry(actor: Actor | null, item: TimelineItem): boolean {
  if (item.kind !== 'CrossReferencedEvent') return true;
  const { repository, number } = item.source;
  return showsIssue(actor, item.source) && repository.issues.get(number) === item.source;
}
