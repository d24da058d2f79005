import { z } from 'zod';
import { printRef } from '../../model/facts.ts';
import type { Counts, KeptJob } from '../../model/ports.ts';
import type { Unit } from '../../model/unit.ts';

/** Shape of what `remit inbox --json` prints. */
export const inboxSchema = z
  .strictObject({
    counts: z.strictObject({ waiting: z.int(), running: z.int(), dead: z.int() }),
    jobs: z
      .array(
        z.strictObject({
          id: z.string().describe('What `remit inbox retry` and `drop` take'),
          state: z
            .enum(['dead', 'running', 'waiting', 'later'])
            .describe('`dead`: given up after the last try; `later`: not due yet'),
          subject: z
            .string()
            .describe('The issue, owner/repo#n, or the repository, or the delivery’s GUID, or the App'),
          kind: z
            .enum([
              'issue',
              'commands',
              'children',
              'issues',
              'files',
              'gates',
              'rollover',
              'deliveries',
              'redelivery',
              'installations',
              'departure',
              'repositories',
              'sweep',
              'relabel',
            ])
            .describe(
              'What is looked at: an issue, commands on it, what is below one, all issues, changed files, pull requests that wait for a milestone, a milestone that rolls over, the log of deliveries, a lost one, what is to be swept, where the App was uninstalled, a sweep, an issue that gets the label of a group with a new name',
            ),
          installation: z.int(),
          cause: z.string().nullable().describe('The event that it began with'),
          tries: z.int().describe('How often it was begun'),
          came: z.string().describe('ISO 8601'),
          due: z.string().describe('ISO 8601: when it is or was due'),
          failure: z.string().nullable().describe('What the last try failed with'),
        }),
      )
      .describe('What is kept and not done: the dead first, then what runs, what waits, and what is for later'),
  })
  .describe('The inbox of the bot');

type InboxJson = z.output<typeof inboxSchema>;

/** @returns the inbox as `remit inbox --json` prints it. */
export function inboxJson({ waiting, running, dead }: Counts, kept: KeptJob[]): InboxJson {
  const jobs = kept.map(({ job, ...rest }) => ({
    id: job.id,
    subject: subjectOf(job.unit),
    kind: job.unit.kind,
    installation: job.installation,
    cause: job.cause?.event ?? null,
    ...rest,
  }));
  return { counts: { waiting, running, dead }, jobs };
}

function subjectOf(unit: Unit): string {
  if ('guid' in unit) return unit.guid;
  if (!('ref' in unit || 'repository' in unit)) return 'the App';
  return 'ref' in unit ? printRef(unit.ref) : `${unit.repository.owner}/${unit.repository.name}`;
}
