import type { Caller } from './caller.ts';
import { type HeldLimits, type LimitOptions, limitOptions } from './limit-options.ts';
import { contentLimit, primaryGraphQLLimit, primaryLimit, type Refused, secondaryLimit } from './refused.ts';
import { createWindows } from './windows.ts';

export type Resource = 'core' | 'graphql' | 'search';

/** A request as the limits see it. */
export interface Metered {
  caller: Caller;
  resource: Resource;
  isWrite: boolean;
  /** What GitHub does not count: asking for the limit, and what was not changed (304). */
  isFree: boolean;
}

/** What `x-ratelimit-*` and `GET /rate_limit` tell; `reset` in seconds since 1970. */
export interface Standing {
  limit: number;
  used: number;
  remaining: number;
  reset: number;
}

/** What GitHub allows a caller. Everything is counted, and nothing refused until limits are set. */
export interface Limits {
  /** Holds to these limits from now on, with nothing used; null to none. @throws ZodError for options that are none. */
  set(options: LimitOptions | null): void;
  /** What is held to; null while nothing is. */
  held(): HeldLimits | null;
  /** Counts a request. @returns the refusal where it is one too many. */
  admit(request: Metered): Refused | null;
  /** Counts what a request cost besides the point that it was admitted for. */
  charge(request: Metered, points: number): void;
  /** Gives back what a request was counted. */
  refund(request: Metered): void;
  standing(caller: Caller, resource: Resource): Standing;
  /** @returns what is to be called when the request has been answered. */
  enter(): () => void;
}

const minute = 60;
const hour = 60 * minute;
const usual = limitOptions.parse({});

/** @param now seconds since 1970. */
export function createLimits(now: () => number, options: LimitOptions | null): Limits {
  const windows = createWindows(now);
  let held: HeldLimits | null = options && limitOptions.parse(options);
  let inFlight = 0;

  const standing = (caller: Caller, resource: Resource): Standing => {
    const limit = limitFor(held ?? usual, caller, resource, held !== null);
    const { used, ends } = windows.look(`${caller.key} ${resource}`, spanOf(resource));
    // Who is told that nothing is left waits for the next hour, though nobody would refuse.
    const most = held ? limit : limit - 1;
    return { limit, used: Math.min(used, most), remaining: limit - Math.min(used, most), reset: ends };
  };
  return {
    set(next) {
      held = next && limitOptions.parse(next);
      windows.clear();
    },
    held: () => held,
    admit(request) {
      if (request.isFree) return null;
      const { caller, resource } = request;
      if (held) {
        const { remaining } = standing(caller, resource);
        if (remaining === 0) {
          return resource === 'graphql' ? primaryGraphQLLimit(caller) : primaryLimit(caller, held.status);
        }
        if (inFlight > held.concurrent) return secondaryLimit(held.status, minute);
        const wait = useBurst(request, held);
        if (wait)
          return wait.isContent ? contentLimit(held.status, wait.seconds) : secondaryLimit(held.status, wait.seconds);
      }
      windows.use(`${caller.key} ${resource}`, spanOf(resource), 1);
      return null;
    },
    charge({ caller, resource }, points) {
      windows.use(`${caller.key} ${resource}`, spanOf(resource), points);
    },
    refund({ caller, resource }) {
      windows.use(`${caller.key} ${resource}`, spanOf(resource), -1);
    },
    standing,
    enter() {
      inFlight += 1;
      return () => {
        inFlight -= 1;
      };
    },
  };

  /** @returns how long to wait where the request is one too many in its minute or, for writes, its hour. */
  function useBurst({ caller, resource, isWrite }: Metered, limits: HeldLimits) {
    const door = resource === 'graphql' ? 'graphql' : 'rest';
    const points = isWrite ? 5 : 1;
    const most = door === 'graphql' ? limits.graphqlPointsPerMinute : limits.restPointsPerMinute;
    const bursts = [
      { key: `${caller.key} ${door} points`, seconds: minute, amount: points, most, isContent: false },
      ...(isWrite
        ? [
            {
              key: `${caller.key} writes a minute`,
              seconds: minute,
              amount: 1,
              most: limits.writesPerMinute,
              isContent: true,
            },
            {
              key: `${caller.key} writes an hour`,
              seconds: hour,
              amount: 1,
              most: limits.writesPerHour,
              isContent: true,
            },
          ]
        : []),
    ];
    for (const { key, seconds, amount, most, isContent } of bursts) {
      const { used, ends } = windows.look(key, seconds);
      if (used + amount > most) return { seconds: Math.max(1, Math.ceil(ends - now())), isContent };
    }
    for (const { key, seconds, amount } of bursts) windows.use(key, seconds, amount);
    return null;
  }
}

function limitFor(limits: HeldLimits, caller: Caller, resource: Resource, isHeld: boolean): number {
  if (resource !== 'core') return limits[resource];
  return caller.isAnonymous && isHeld ? limits.anonymous : limits.core;
}

function spanOf(resource: Resource): number {
  return resource === 'search' ? minute : hour;
}
