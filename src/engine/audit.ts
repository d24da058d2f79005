import { printRef } from '../model/facts.ts';
import type { Effect, Withheld } from '../model/plan.ts';
import { describeEffect } from './describe-effect.ts';
import type { Outcome } from './reconcile.ts';

/** Takes one record at a time, structured; Pino's logger is one. */
export interface Log {
  warn(record: object, message: string): void;
  info(record: object, message: string): void;
  debug(record: object, message: string): void;
}

/**
 * Logs a decision: which issue, what was found, what was changed. What people wrote, titles and texts, stays on GitHub.
 * What changes nothing is for those who look closely.
 */
export function audit(
  { plan, applied, written, problems }: Outcome,
  { job, log, event }: { job: string; log: Log; event?: string | undefined },
): void {
  const record = {
    job,
    issue: printRef(plan.ref),
    owners: plan.owners,
    verdicts: Object.fromEntries(plan.verdicts.map(({ requirement, status }) => [requirement, status])),
    effects: plan.effects.map(describeEffect),
    requests: written,
    ...(plan.withheld.length === 0 ? {} : { withheld: plan.withheld.map(tell) }),
    ...(plan.hold === null ? {} : { hold: plan.hold }),
    ...(plan.again === null ? {} : { again: plan.again }),
    ...(problems.length === 0 ? {} : { problems }),
  };
  if (applied) log.info(record, 'changed an issue');
  else log.debug(record, 'an issue needs no change');
  const isClosedEarly = [...plan.effects, ...plan.withheld.map(({ effect }) => effect)].some(isReopening);
  if (event === 'milestone.closed' && isClosedEarly) {
    log.warn({ job, issue: record.issue }, 'its milestone was closed while this urgent issue is open in it');
  }
}

const isReopening = (effect: Effect): boolean => effect.do === 'reopen-milestone';

const tell = ({ effect, because }: Withheld): string => `${describeEffect(effect)}: ${because}`;
