import type { Actor } from '../../model/facts.ts';
import { sameOnGitHub } from '../../text/github-names.ts';
import type { ActorNode } from './issue-answer.ts';

/** Apps carry `[bot]` as they do everywhere else on GitHub; GraphQL leaves it off. A deleted account is a ghost. */
export function actorOf(node: ActorNode | null): Actor {
  if (node === null) return { login: 'ghost', kind: 'nobody' };
  const { __typename: type, login } = node;
  if (type === 'Bot') return { login: login.endsWith('[bot]') ? login : `${login}[bot]`, kind: 'program' };
  return { login, kind: type === 'User' || type === 'EnterpriseUserAccount' ? 'person' : 'program' };
}

/** Whether the actor has this login; a login that isn't known is nobody's. */
export function isLogin(login: string | null, actor: Actor): boolean {
  return login !== null && actor.kind !== 'nobody' && sameOnGitHub(actor.login, login);
}
