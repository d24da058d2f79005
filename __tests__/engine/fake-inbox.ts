import type { Inbox, Job } from '../../src/model/ports.ts';

/** An inbox in memory: jobs in order, each id once, jobs for later only when told that the time has come. */
export class FakeInbox implements Pick<Inbox, 'put'> {
  readonly waiting: Job[] = [];
  readonly #seen = new Set<string>();

  async put(jobs: Job[]): Promise<void> {
    for (const job of jobs) {
      if (this.#seen.has(job.id)) continue;
      this.#seen.add(job.id);
      this.waiting.push(job);
    }
  }

  get ids(): string[] {
    return this.waiting.map(({ id }) => id);
  }

  /** Works off all that is due, also what that work puts in; what fails stays. */
  async drain(handle: (job: Job) => Promise<void>, now: string): Promise<void> {
    for (;;) {
      const due = this.waiting.findIndex(({ after }) => after === undefined || Date.parse(after) <= Date.parse(now));
      if (due < 0) return;
      const job = this.waiting[due]!;
      await handle(job);
      this.waiting.splice(this.waiting.indexOf(job), 1);
    }
  }
}
