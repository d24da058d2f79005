import { z } from 'zod';
import type { MovableClock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import { faultRule } from '../faults/rule.ts';
import type { Answer } from '../http/call.ts';
import { createRouter } from '../http/router.ts';
import type { Incoming, Outgoing } from '../http/server.ts';
import type { Installations } from '../installations.ts';
import { limitOptions } from '../limits/limit-options.ts';
import type { Limits } from '../limits/limits.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { WebhookDisturbances } from '../webhooks/deliver.ts';
import { disturbanceRule } from '../webhooks/disturb.ts';

/** What can be moved from outside the process, below `/_emulator`. */
export interface Controlled {
  /** Makes requests fail by rule. */
  faults: Faults;
  /** GitHub's limits; `set(null)` lifts them. */
  limits: Pick<Limits, 'set' | 'held'>;
  /** Makes deliveries go wrong by rule. */
  webhooks: WebhookDisturbances;
  clock: MovableClock;
  installations: Installations;
  /** Resolves when no webhook is on its way; what is delayed counts once the clock has come to it. */
  settled(): Promise<void>;
  /** All that is known here, as plain JSON. What waits to be delivered is not part of it: `settled()` comes first. */
  snapshot(): Snapshot;
  /** `GET /path` of every request that no route answers, each once. */
  unknownRoutes: readonly string[];
}

const clockMove = z.union([z.strictObject({ advance: z.int() }), z.strictObject({ set: z.iso.datetime() })]);

const chosen = z.union([z.array(z.string()), z.literal('all')]).default('all');
const installationChange = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('install'), on: z.string(), repositories: chosen }),
  z.strictObject({ do: z.literal('choose'), on: z.string(), repositories: chosen }),
  z.strictObject({ do: z.enum(['uninstall', 'suspend', 'unsuspend']), on: z.string() }),
  z.strictObject({ do: z.literal('ping') }),
]);

type Control = (body: unknown, github: Controlled) => unknown;

/** The control routes; what each answers is JSON. Nobody needs a token for them: who reaches them is a tester. */
const controls: Record<string, Control> = {
  'GET /_emulator/faults': (_, { faults }) => faults.list().map(({ rule, happened }) => ({ rule, happened })),
  'POST /_emulator/faults': (body, { faults }) => ({ rule: faults.add(faultRule.parse(body)).rule }),
  'DELETE /_emulator/faults': (_, { faults }) => faults.clear(),
  'GET /_emulator/limits': (_, { limits }) => ({ limits: limits.held() }),
  'PUT /_emulator/limits': (body, { limits }) => {
    limits.set(limitOptions.parse(body));
    return { limits: limits.held() };
  },
  'DELETE /_emulator/limits': (_, { limits }) => limits.set(null),
  'GET /_emulator/webhooks': (_, { webhooks }) => webhooks.rules(),
  'POST /_emulator/webhooks': (body, { webhooks }) => {
    webhooks.disturb(disturbanceRule.parse(body));
    return webhooks.rules();
  },
  'DELETE /_emulator/webhooks': (_, { webhooks }) => webhooks.clear(),
  'POST /_emulator/webhooks/flush': (_, { webhooks }) => webhooks.flush(),
  'POST /_emulator/webhooks/settled': (_, { settled }) => settled(),
  'GET /_emulator/clock': (_, { clock }) => ({ now: clock.now().toISOString() }),
  'POST /_emulator/clock': (body, { clock }) => {
    const move = clockMove.parse(body);
    if ('advance' in move) clock.advance(move.advance);
    else clock.set(move.set);
    return { now: clock.now().toISOString() };
  },
  'POST /_emulator/installations': (body, { installations }) => changeInstallation(installations, body),
  'GET /_emulator/snapshot': (_, { snapshot }) => snapshot(),
  'GET /_emulator/unknown-routes': (_, { unknownRoutes }) => unknownRoutes,
};

function changeInstallation(installations: Installations, body: unknown): void {
  const change = installationChange.parse(body);
  if (change.do === 'ping') installations.ping();
  else if ('repositories' in change) installations[change.do](change.on, change.repositories);
  else installations[change.do](change.on);
}

const findControl = createRouter(controls as unknown as Record<string, () => Answer>);

export function isControl({ path }: Incoming): boolean {
  return path === '/_emulator' || path.startsWith('/_emulator/');
}

/** Answers a request to a control route; one that can't be read with 400 and what is wrong in it. */
export async function answerControl({ method, path, body }: Incoming, github: Controlled): Promise<Outgoing> {
  const found = findControl(method, path);
  const control = found && controls[found.route];
  if (!control) return json(404, { message: `The emulator has the controls ${Object.keys(controls).join(', ')}` });
  try {
    const result = await control(body.trim() === '' ? {} : JSON.parse(body), github);
    return result === undefined ? { status: 204, headers: {}, body: '' } : json(200, result);
  } catch (error) {
    return json(400, { message: error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message });
  }
}

function json(status: number, value: unknown): Outgoing {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}
