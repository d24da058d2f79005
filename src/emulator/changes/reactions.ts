import type { Issue, IssueComment, Reaction, ReactionContent, ReviewComment } from '../state/entities.ts';
import { register } from '../state/state.ts';
import type { Actor, World } from '../world.ts';
import { assertTakesIssues } from './record.ts';

type Subject = Issue | IssueComment | ReviewComment;

/** Reacts once: the same again gives the reaction that is there. GitHub sends no webhook for reactions. */
export function react(
  world: World,
  actor: Actor,
  subject: Subject,
  content: ReactionContent,
): { reaction: Reaction; isNew: boolean } {
  assertTakesIssues(subject.repository);
  const known = findReaction(actor, subject, content);
  if (known) return { reaction: known, isNew: false };
  const reaction = register(world.state, {
    kind: 'Reaction' as const,
    ...world.state.ids.next('Reaction', subject.repository.id),
    subject,
    user: actor.account,
    content,
    createdAt: world.now(),
  });
  subject.reactions.push(reaction);
  return { reaction, isNew: true };
}

export function findReaction(actor: Actor, subject: Subject, content: ReactionContent): Reaction | undefined {
  return subject.reactions.find((each) => each.content === content && each.user === actor.account);
}

export function unreact(world: World, reaction: Reaction): void {
  const { subject } = reaction;
  assertTakesIssues(subject.repository);
  subject.reactions = subject.reactions.filter((each) => each !== reaction);
  world.state.nodes.delete(reaction.nodeId);
}
