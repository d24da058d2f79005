import type { Job } from '../model/ports.ts';
import type { Unit } from '../model/unit.ts';
import { revisionId } from './given-commands.ts';
import { causeOf, type EventName, installationOf, payloads } from './intake-payloads.ts';
import { type Intake, nothing, printable, readers } from './intake-readers.ts';

/** A delivery of GitHub's, its signature checked already. Source: GitHub docs, Webhook events and payloads. */
export interface Delivery {
  /** `X-GitHub-Delivery`; the same when GitHub delivers again. */
  guid: string;
  name: string;
  payload: unknown;
}

/**
 * @returns the jobs of a delivery. Their ids are made from the delivery's, those of commands from the comment's revision,
 * so that a delivery that comes twice makes no second job. What Remit itself changed on an issue makes none: it was
 * decided on as it is now. Errors: none; what can't be understood makes no job and says why.
 * @param options.ownLogin `octo-app[bot]`; `null` where it isn't known.
 */
export function jobsOf(
  { guid, name, payload }: Delivery,
  { ownLogin = null }: { ownLogin?: string | null } = {},
): { jobs: Job[]; because: string | null } {
  const { found, because } = unitsOf({ name, payload });
  if (found.length === 0) return { jobs: [], because };
  const installation = installationOf.safeParse(payload);
  if (!installation.success) return { jobs: [], because: 'the delivery belongs to no installation of the App' };
  const { action, sender } = causeOf.parse(payload);
  // What Remit opens it was told to transfer, and has not looked at where it is now.
  const isOwn = ownLogin !== null && sender?.login === ownLogin && action !== 'opened';
  const units = isOwn ? found.filter((unit) => !isDecided(unit, name)) : found;
  if (units.length === 0) return { jobs: [], because: `Remit ${ownDoing[name] ?? 'changed the issue'} itself` };
  const cause = { event: action === undefined ? name : `${name}.${action}`, by: sender?.login ?? null };
  const jobs = units.map((unit) => ({
    id: idOf(unit, guid),
    installation: installation.data.installation.id,
    unit,
    cause,
  }));
  return { jobs, because: null };
}

const ownDoing: Record<string, string> = { issue_comment: 'wrote the comment', label: 'changed the label' };

/** After what Remit changed it has decided already, or will by a sweep; what is below the issue, or waits for it, it has not looked at. */
const isDecided = ({ kind }: Unit, event: string): boolean =>
  kind !== 'children' && kind !== 'gates' && ['issues', 'issue_comment', 'pull_request', 'label'].includes(event);

function idOf(unit: Unit, guid: string): string {
  if (unit.kind === 'commands') return revisionId(unit.given);
  return unit.kind === 'children' || unit.kind === 'gates' ? `${guid}/${unit.kind}` : guid;
}

/**
 * @returns what a delivery says may have changed, at most one unit of a kind. The state itself is read when the work is
 * done: deliveries come twice, late, out of order, and not at all. Only who asked for what stands in the delivery alone.
 *
 * What programs do is read as well, since it changes the state just as much.
 */
export function unitsOf({ name, payload }: { name: string; payload: unknown }): Intake<Unit> {
  if (!isRead(name)) return nothing(`${printable(name)} events change nothing that is decided on`);
  const parsed = payloads[name].safeParse(payload);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    return nothing(`the payload is not shaped as a delivery of ${name}${path ? `: see ${path}` : ''}`);
  }
  return (readers[name] as (payload: unknown) => Intake<Unit>)(parsed.data);
}

/** Whether the bot reads events of this name. */
export const isRead = (name: string): name is EventName => Object.hasOwn(payloads, name);
