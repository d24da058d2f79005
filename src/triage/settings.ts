import type { ZodType } from 'zod';
import type { Policy } from '../model/policy.ts';
import { memoize } from '../text/memoize.ts';

/**
 * @returns the options of a requirement as the configuration has them, valid and with their defaults; its standard ones
 * where it is switched off or not spoken of. For what one requirement needs to know of another.
 */
export function settingsOf<Options>(id: string, options: ZodType<Options>, { triage }: Policy): Options {
  const set = Object.hasOwn(triage.requirements, id) ? triage.requirements[id] : undefined;
  return set === undefined || set === false ? (standardOf(options) as Options) : (set as Options);
}

const standardOf = memoize((options: ZodType) => options.parse({}));
