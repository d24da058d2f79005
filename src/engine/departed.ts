import type { Inbox, Job } from '../model/ports.ts';
import type { Installations } from '../model/upkeep-ports.ts';
import type { Log } from './audit.ts';
import { ofTheApp } from './keep-time.ts';

/** What clearing up after the App was uninstalled takes. */
export interface DepartureDesk {
  installations: Installations;
  inbox: Pick<Inbox, 'list' | 'dropOf'>;
  log: Log;
}

/**
 * Drops what was to be done for an installation that is not there any more, and says so: nobody could ever do it. Whoever
 * installs the App again gets another installation. @returns whether it is gone. Errors: rejects when GitHub does not
 * answer.
 */
export async function dropIfDeparted(installation: number, desk: DepartureDesk): Promise<boolean> {
  const { installations, inbox, log } = desk;
  if (installation === ofTheApp || (await installations.isThere(installation))) return false;
  const jobs = await inbox.dropOf(installation);
  log.warn({ installation, jobs }, 'the App is not installed there any more: what was to be done there is dropped');
  return true;
}

/** More dead jobs than this wait for the next time. */
const mostDead = 1000;

/** Looks after the dead jobs of installations whose end nobody was told of. Errors: rejects when GitHub does not answer. */
export async function dropDeadOfDeparted(active: number[], desk: DepartureDesk): Promise<void> {
  const kept = await desk.inbox.list(mostDead);
  const dead = kept.filter(({ state }) => state === 'dead').map(({ job }) => job.installation);
  for (const installation of new Set(dead))
    if (!active.includes(installation)) await dropIfDeparted(installation, desk);
}

/**
 * Does a job, unless it turns out that the App was uninstalled; not at the first try, since a new installation may not be
 * known everywhere at once. Errors: those of the job.
 */
export async function unlessDeparted(
  { installation, again }: Job,
  desk: DepartureDesk,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    const isOver = error instanceof Error && error.name === 'NoInstallation';
    if (!isOver || !again || !(await dropIfDeparted(installation, desk))) throw error;
  }
}
