import { setTimeout as pause } from 'node:timers/promises';
import { tokenOf } from '../http/authenticate.ts';
import type { RequestRecord, Respond } from '../http/respond.ts';
import type { Incoming, Outgoing } from '../http/server.ts';
import { copyState, withTokensOf } from '../state/copy.ts';
import type { World } from '../world.ts';
import { type Asked, readAsked } from './asked.ts';
import { failure } from './failure.ts';
import type { Chosen, createFaults } from './faults.ts';
import { leaveOut } from './leave-out.ts';

interface Request {
  incoming: Incoming;
  asked: Asked;
  world: World;
  respond: Respond;
  requests: RequestRecord[];
}

/** Answers as `respond` does, but for the requests that a rule makes fail. */
export function failByRule(
  faults: ReturnType<typeof createFaults>,
  { world, respond, requests }: Pick<Request, 'world' | 'respond' | 'requests'>,
): (incoming: Incoming) => Promise<Outgoing> {
  return async (incoming) => {
    if (faults.list().length === 0) return respond(incoming);
    const asked = readAsked(incoming);
    const chosen = faults.choose(asked);
    if (asked.isWrite) faults.noteWrite(() => copyState(world.state));
    return chosen ? fail(chosen, { incoming, asked, world, respond, requests }) : respond(incoming);
  };
}

async function fail({ fault, before }: Chosen, request: Request): Promise<Outgoing> {
  const { incoming, asked, world, respond } = request;
  const answer = (as?: World) => respond(incoming, as, fault.kind);
  switch (fault.kind) {
    case 'status': {
      const failed = failure(fault.status, { isGraphQL: asked.operation !== null });
      if (fault.effect === 'before') return unanswered(request, fault.kind, failed);
      return { ...failed, headers: { ...(await answer()).headers, ...failed.headers } };
    }
    case 'timeout': {
      const dropped: Outgoing = { status: 0, headers: {}, body: '', connection: 'dropped' };
      const outgoing = fault.effect === 'before' ? unanswered(request, fault.kind, dropped) : await answer();
      await pause(fault.ms, undefined, { ref: false });
      return { ...outgoing, connection: 'dropped' };
    }
    case 'cut':
      return { ...(await answer()), connection: 'cut' };
    case 'slow':
      await pause(fault.ms, undefined, { ref: false });
      return answer();
    case 'partial':
      return leaveOut(await answer(), fault);
    case 'stale':
      return answer(before && { ...world, state: withTokensOf(before, world.state) });
    case 'expired-token':
      expire(world, tokenOf(incoming.headers.authorization ?? ''));
      return answer();
  }
}

/** What never got to GitHub's own work is among the requests all the same. */
function unanswered({ incoming, asked, requests }: Request, fault: string, outgoing: Outgoing): Outgoing {
  const { method, path } = incoming;
  const { kind = null, name = null } = asked.operation ?? {};
  const operation = kind && `${kind} ${name ?? ''}`.trim();
  requests.push({ method, path, route: null, operation, kind, status: outgoing.status, actor: null, fault });
  return outgoing;
}

function expire(world: World, text: string): void {
  const token = world.state.tokens.get(text);
  if (token?.kind === 'installation') token.expiresAt = world.now();
  else world.state.tokens.delete(text);
}
