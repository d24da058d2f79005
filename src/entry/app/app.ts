import type { ApplicationFunction } from 'probot';
import { jobsOf } from '../../engine/intake.ts';
import type { Inbox } from '../../model/ports.ts';

/**
 * Remit as a Probot app: whatever comes in is stored, nothing is decided here. An event is only a hint that something
 * may have changed; who works off the inbox reads the state as it is then.
 * Errors: rejects when the delivery could not be stored.
 */
export function remitApp(inbox: Inbox): ApplicationFunction {
  return (app) => {
    app.onAny(async ({ id, name, payload }) => {
      const { jobs, because } = jobsOf({ guid: id, name, payload });
      if (because) app.log.debug({ delivery: id, event: name }, because);
      if (jobs.length > 0) await inbox.put(jobs);
    });
  };
}
