import type { Colors } from 'picocolors/types.js';
import { type IssueRef, printRef } from '../../model/facts.ts';
import { inTerminal } from '../../text/escape.ts';
import type { StoryEvent } from '../../triage/story.ts';
import { afterWhat, leftWhat, sentenceOf } from '../../triage/story-words.ts';
import { verdictLine } from './verdict-line.ts';

/** What happened to an issue, and from where that is known. */
export interface Told {
  from: 'ledger' | 'timeline';
  events: StoryEvent[];
}

/** @returns the story for a terminal: who did what and when, what was decided after it, by which rule, and how it ended. */
export function printStory(ref: IssueRef, { from, events }: Told, colours: Colors): string {
  const source = from === 'ledger' ? 'as Remit’s ledger has it' : 'as GitHub’s timeline has it';
  const lines = events.flatMap((event) => [
    `${colours.dim(printMoment(event.at))}  ${sentenceOf(event)}`,
    ...('verdicts' in event ? reasonsOf(event, colours).map((line) => `${' '.repeat(18)}${line}`) : []),
  ]);
  return `${colours.bold(printRef(ref))}, ${source}; times are UTC\n\n${lines.join('\n')}\n\n${printEnd(events)}\n`;
}

type Findings = Extract<StoryEvent, { verdicts: unknown }>;

function reasonsOf(event: Findings, colours: Colors): string[] {
  const verdicts = event.verdicts.flatMap((verdict) => [
    verdictLine(verdict, colours),
    ...verdict.cites.map(({ text, url }) => `  ${inTerminal(text)}: ${colours.dim(printable(url))}`),
  ]);
  const files = Object.entries(event.governedBy).map(
    ([path, url]) => `as ${inTerminal(path)} said: ${colours.dim(printable(url))}`,
  );
  const left = event.withheld.map((each) => `left to people: ${leftWhat(each)}`);
  if (event.kind === 'found') return [...left, ...verdicts, ...files];
  const reasons = event.written.map(({ because }) => `because ${inTerminal(because)}`);
  return [`${afterWhat(event.cause)}`, ...reasons, ...left, ...verdicts, ...files];
}

/** Addresses are not cut, as other text is: half of one leads nowhere. */
const printable = (url: string): string => url.replace(/[^\x21-\x7e]/g, (sign) => encodeURIComponent(sign));

const printMoment = (at: string): string => at.slice(0, 16).replace('T', ' ');

function printEnd(events: StoryEvent[]): string {
  const findings = events.filter((event): event is Findings => 'verdicts' in event);
  const said = findings.flatMap(({ verdicts }) => verdicts);
  const { owners = [], open = [], hold = null } = findings.at(-1) ?? {};
  if (said.length === 0 && hold !== null) return 'What it needs is not decided.';
  // A verdict is told once, as long as it holds.
  const isKnown = said.findLast(({ requirement }) => requirement === 'owner')?.status !== 'unknown';
  const nobody = isKnown ? 'No group owns it' : 'Who owns it is not known';
  const owned = owners.length > 0 ? `It is owned by ${owners.map(inTerminal).join(', ')}` : nobody;
  return open.length === 0 ? `${owned}; nothing is missing.` : `${owned}; it still needs: ${open.join(', ')}.`;
}
