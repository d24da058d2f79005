import type { Meter } from '../model/meter.ts';
import type { Handle } from '../model/ports.ts';
import type { Outcome } from './reconcile.ts';

/** Tells the meter of every job: how long it took, and what kind of error ended it. */
export function measured(handle: Handle, { meter, seconds }: { meter: Meter; seconds(): number }): Handle {
  return async (job, isOurs) => {
    const begun = seconds();
    try {
      await handle(job, isOurs);
      meter.worked(seconds() - begun, null);
    } catch (error) {
      meter.worked(seconds() - begun, kindOf(error));
      throw error;
    }
  };
}

/** Tells the meter of a decision; `null` where the issue is gone. */
export function count(outcome: Outcome | null, meter: Meter): void {
  meter.decided(summaryOf(outcome));
  if (outcome?.applied) meter.wrote(outcome.plan.effects.map((effect) => effect.do));
}

function summaryOf(outcome: Outcome | null) {
  if (outcome === null) return 'gone';
  if (outcome.plan.hold !== null) return 'held';
  return outcome.applied ? 'changed' : 'unchanged';
}

/** The classes of errors that adapters know by name; any other error is a mistake of ours or of a library. */
const kinds: Record<string, string> = {
  Unreachable: 'unreachable',
  Limited: 'limited',
  Refused: 'refused',
  Outdated: 'refused',
  LabelsMissing: 'refused',
};

function kindOf(error: unknown): string {
  return (error instanceof Error ? kinds[error.name] : undefined) ?? 'fault';
}
