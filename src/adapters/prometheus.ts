import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter } from '../model/meter.ts';
import type { Inbox } from '../model/ports.ts';

/** The bot's figures in Prometheus' text format. */
export interface Figures extends Meter {
  contentType: string;
  /** Errors: rejects when the inbox does not answer, since its figures are among them. */
  print(): Promise<string>;
}

/** Seconds: GitHub gives a delivery 10. */
const deliveryBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 10];
const jobBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60];

/**
 * @returns figures that count from now on, and tell the inbox's state as it is when they are printed.
 * Source: Prometheus docs, Metric and label naming.
 */
export function createFigures({ counts }: Pick<Inbox, 'counts'>, now: () => Date): Figures {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const deliveries = new Counter({
    name: 'remit_deliveries_total',
    help: 'Deliveries by event and by how they were answered',
    labelNames: ['event', 'answer'],
    registers,
  });
  const deliverySeconds = new Histogram({
    name: 'remit_delivery_seconds',
    help: 'Time from the head of a delivery to its answer',
    buckets: deliveryBuckets,
    registers,
  });
  const decisions = new Counter({
    name: 'remit_decisions_total',
    help: 'Decisions on issues by what came of them',
    labelNames: ['outcome'],
    registers,
  });
  const effects = new Counter({
    name: 'remit_effects_total',
    help: 'Changes made on GitHub by kind',
    labelNames: ['effect'],
    registers,
  });
  const jobSeconds = new Histogram({
    name: 'remit_job_seconds',
    help: 'Time that jobs took',
    buckets: jobBuckets,
    registers,
  });
  const failures = new Counter({
    name: 'remit_failures_total',
    help: 'Jobs that failed and are tried again, by kind of error',
    labelNames: ['kind'],
    registers,
  });
  const requests = new Counter({
    name: 'remit_github_requests_total',
    help: 'Requests that GitHub answered',
    labelNames: ['resource', 'status'],
    registers,
  });
  const left = new Gauge({
    name: 'remit_github_requests_left',
    help: 'Requests left of the rate limit, as GitHub last said',
    labelNames: ['installation', 'resource'],
    registers,
  });
  const redeliveries = new Counter({
    name: 'remit_redeliveries_total',
    help: 'Lost deliveries by what came of asking for them again',
    labelNames: ['outcome'],
    registers,
  });
  const sweeps = new Counter({
    name: 'remit_sweeps_total',
    help: 'Sweeps by what they came to',
    labelNames: ['outcome'],
    registers,
  });
  const sweptIssues = new Counter({
    name: 'remit_swept_issues_total',
    help: 'Issues that sweeps decided on, by how they stood',
    labelNames: ['found'],
    registers,
  });
  const jobs = new Gauge({
    name: 'remit_jobs',
    help: 'Jobs of the inbox by state',
    labelNames: ['state'],
    registers,
  });
  const age = new Gauge({
    name: 'remit_oldest_job_seconds',
    help: 'How long the job that waits longest has been due',
    registers,
  });

  return {
    contentType: registry.contentType,
    async print() {
      const { waiting, running, dead, dueSince } = await counts();
      for (const [state, number] of Object.entries({ waiting, running, dead })) jobs.set({ state }, number);
      age.set(dueSince === null ? 0 : Math.max(0, (now().getTime() - Date.parse(dueSince)) / 1000));
      return registry.metrics();
    },
    delivered(event, answer, seconds) {
      deliveries.inc({ event, answer });
      deliverySeconds.observe(seconds);
    },
    decided: (outcome) => decisions.inc({ outcome }),
    wrote(kinds) {
      for (const effect of kinds) effects.inc({ effect });
    },
    worked(seconds, failure) {
      jobSeconds.observe(seconds);
      if (failure !== null) failures.inc({ kind: failure });
    },
    redelivered: (outcome) => redeliveries.inc({ outcome }),
    swept: (outcome) => sweeps.inc({ outcome }),
    looked({ covered, wanting, unread }) {
      sweptIssues.inc({ found: 'in order' }, covered - wanting - unread);
      sweptIssues.inc({ found: 'wanting' }, wanting);
      sweptIssues.inc({ found: 'unread' }, unread);
    },
    answered({ installation, status, resource, left: remaining }) {
      requests.inc({ resource: resource ?? 'unknown', status });
      if (resource !== null && remaining !== null) left.set({ installation, resource }, remaining);
    },
  };
}
