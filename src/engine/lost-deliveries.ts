import type { DeliveryAttempt } from '../model/upkeep-ports.ts';
import { isRead } from './intake.ts';

/** A delivery that nobody has taken, and when it is to be made again (ISO 8601). */
export interface Lost {
  /** The newest of its attempts, from which it can be made again. */
  attempt: DeliveryAttempt;
  due: string;
}

const minute = 60_000;

/** GitHub makes no delivery again that is older. Source: GitHub docs, Redelivering webhooks. */
export const deliveriesKept = 3 * 24 * 60 * minute;

/** What fails again and again waits twice as long from time to time. */
const firstPause = 5 * minute;
const longestPause = 12 * 60 * minute;

/**
 * @returns the deliveries that are to be made again, the oldest first: those that the bot reads, of which no attempt was
 * taken, and of which GitHub still has one. The first failure is mended at once; a delivery that keeps failing, since it
 * can't be read or its secret is another, is asked for less and less often.
 */
export function lostDeliveries(attempts: Iterable<DeliveryAttempt>, now: Date): Lost[] {
  const isKept = ({ at }: DeliveryAttempt) => Date.parse(at) > now.getTime() - deliveriesKept;
  return [...byGuid(attempts).values()]
    .filter((tries) => !tries.some(({ isTaken }) => isTaken))
    .map((tries) => ({ attempt: newestOf(tries), failures: tries.length }))
    .filter(({ attempt }) => isRead(attempt.event) && isKept(attempt))
    .map(({ attempt, failures }) => ({ attempt, due: dueAfter(attempt, failures) }))
    .sort((one, other) => byAge(one.attempt, other.attempt));
}

function byGuid(attempts: Iterable<DeliveryAttempt>): Map<string, DeliveryAttempt[]> {
  const tries = new Map<string, DeliveryAttempt[]>();
  for (const attempt of attempts) {
    const same = tries.get(attempt.guid);
    if (same === undefined) tries.set(attempt.guid, [attempt]);
    else same.push(attempt);
  }
  return tries;
}

function newestOf(tries: DeliveryAttempt[]): DeliveryAttempt {
  return tries.reduce((newest, each) => (byAge(each, newest) > 0 ? each : newest));
}

/** The oldest first; GitHub tells the second only, and counts its attempts. */
function byAge(one: DeliveryAttempt, other: DeliveryAttempt): number {
  return Date.parse(one.at) - Date.parse(other.at) || (BigInt(one.id) < BigInt(other.id) ? -1 : 1);
}

function dueAfter({ at }: DeliveryAttempt, failures: number): string {
  const pause = failures === 1 ? 0 : Math.min(longestPause, firstPause * 2 ** (failures - 2));
  return new Date(Date.parse(at) + pause).toISOString();
}
