import { z } from 'zod';
import { type IssueRef, printRef } from '../model/facts.ts';
import type { StoryEvent } from './story.ts';
import { leftWhat, sentenceOf, wroteWhat } from './story-words.ts';
import { verdictJson, verdictSchema } from './triage-json.ts';

const at = z.string().describe('ISO 8601, UTC');
const by = z.string().describe('Login');
const text = z.string().describe('What happened, in a sentence');

const happenedSchema = z.strictObject({ kind: z.enum(['opened', 'changed']), at, by, text });

const findings = {
  at,
  text,
  verdicts: z.array(verdictSchema).describe('What it found, as far as that was news'),
  open: z.array(z.string()).describe('Ids of all requirements that were missing or in conflict'),
  owners: z.array(z.string()).describe('Slugs of the groups that owned the issue'),
  withheld: z
    .array(z.strictObject({ do: z.string(), text: z.string(), because: z.string() }))
    .describe('What it would have changed by itself and left to people, as far as that was news'),
  hold: z.string().nullable().describe('Why nothing might be written to the issue at all'),
  governedBy: z
    .record(z.string(), z.string())
    .describe('Web address of the files that governed, by path, as far as they are others than before'),
};

const foundSchema = z.strictObject({ kind: z.literal('found'), ...findings });

const decidedSchema = z.strictObject({
  kind: z.literal('decided'),
  cause: z
    .strictObject({ event: z.string().describe('GitHub’s event and its action'), by: by.nullable() })
    .nullable()
    .describe('What made Remit look; `null` where only time had passed'),
  written: z
    .array(z.strictObject({ do: z.string(), text: z.string(), because: z.string() }))
    .describe('What Remit changed, and why; empty where it changed nothing'),
  ...findings,
});

/** Shape of what `remit explain --json` prints. */
export const storySchema = z
  .strictObject({
    issue: z.string().describe('owner/repo#n'),
    from: z
      .enum(['ledger', 'timeline'])
      .describe('Whether Remit’s ledger tells it, or GitHub’s timeline alone, with what is found now'),
    story: z.array(z.discriminatedUnion('kind', [happenedSchema, decidedSchema, foundSchema])).describe('Oldest first'),
  })
  .describe('What happened to an issue, and what Remit decided and wrote, and why');

type StoryJson = z.output<typeof storySchema>;

/** @returns a story as `remit explain --json` prints it. */
export function storyJson(
  ref: IssueRef,
  { from, events }: { from: StoryJson['from']; events: StoryEvent[] },
): StoryJson {
  return { issue: printRef(ref), from, story: events.map(eventJson) };
}

function eventJson(event: StoryEvent): StoryJson['story'][number] {
  const text = sentenceOf(event);
  if (event.kind === 'opened' || event.kind === 'changed')
    return { kind: event.kind, at: event.at, by: event.by, text };
  const withheld = event.withheld.map((each) => ({
    do: each.change.do,
    text: leftWhat(each),
    because: each.because,
  }));
  const findings = { ...event, text, verdicts: event.verdicts.map(verdictJson), withheld };
  if (findings.kind === 'found') return findings;
  const written = findings.written.map((each) => ({ do: each.do, text: wroteWhat(each), because: each.because }));
  return { ...findings, written };
}
