import type { RolloverList } from '../model/command-facts.ts';
import type { GivenCommands } from '../model/commands.ts';
import type { Change, IssueFacts, Turn } from '../model/facts.ts';
import { type Known, known, unknown } from '../model/known.ts';
import type { Policy } from '../model/policy.ts';
import type { AskedReading, Clock, GitHub, Ledger } from '../model/ports.ts';
import { withFamilies } from '../text/commands/with-families.ts';
import type { Answer } from '../triage/command.ts';
import { needsOf } from '../triage/command-needs.ts';
import type { Obedience } from '../triage/obey-commands.ts';
import { rolloverNamed } from '../triage/rollover-named.ts';
import { removableNames, servedCommands } from '../triage/served-commands.ts';
import type { Situation } from '../triage/situation.ts';
import { standingAnswers } from '../triage/standing-answers.ts';
import { mayBeLate, writtenLater } from '../triage/too-late.ts';
import type { GatherOptions } from './gather-asked.ts';
import { asItReads } from './given-commands.ts';
import { obeyKnowing } from './obey-knowing.ts';
import { type PeopleMemory, rememberedPeople } from './people-memory.ts';
import { rollIssues } from './rollover.ts';

interface Asked {
  reading: AskedReading;
  situation: Situation;
  given: GivenCommands;
}

export interface Memories {
  people: PeopleMemory;
  ledger: Pick<Ledger, 'story'>;
}

interface Answered {
  obedience: Obedience;
  /** To what the revision brings, and to what stood there before. */
  answers: Answer[];
  /** Whether nothing is to be said: the comment bears its answer already, or nobody is answered. */
  isAnswered: boolean;
}

const nothing: Obedience = { effects: [], answers: [], hold: null };

/** Obeys a revision of a comment by what is known of it. Errors: rejects when GitHub does not answer. */
export async function obedienceTo(
  { reading, situation, given }: Asked,
  { github, clock, people, ledger, again }: GatherOptions & Memories & { clock: Clock },
): Promise<Answered> {
  const { comment, isOrganisations, reply } = reading;
  // Our reaction is the last that is written: whoever finds it on a comment that nobody edited has obeyed it.
  const isObeyed = comment?.reaction === 'thumbs up' || comment?.reaction === 'confused';
  if (again && !given.edited && given.tries === 0 && isObeyed)
    return { obedience: nothing, answers: [], isAnswered: true };

  const { policy, issue } = situation;
  const served = servedCommands(policy);
  const now = given.tries > 0 && comment !== null ? asItReads(given, comment.body) : given;
  const read = withFamilies(now.added, removableNames(served));
  const needs = needsOf(read, { ref: issue.ref, actor: given.by, policy });
  const decisions = needs.decisions || mayBeLate(issue, given.at) ? await ledger.story(issue.ref).catch(() => []) : [];
  const obedience = await obeyKnowing({
    ...situation,
    issue: again ? asItWasBefore(issue, given.at) : issue,
    read,
    ground: { ...reading.ground, decisions: again ? decisions.filter(({ at }) => isBefore(at, given.at)) : decisions },
    timing: { at: given.at, later: writtenLater(decisions, given.at) },
    by: comment?.own ? { ...given.by, own: true } : given.by,
    needs,
    isOrganisations,
    people: rememberedPeople(github, people),
    listRollover: (argument) => listRollover(argument, { reading, policy, since: given.at }, { github, clock }),
  });
  const standing = standingAnswers(withFamilies(now.kept, removableNames(served)), served, reply);
  const answers = [...obedience.answers, ...standing].sort((a, b) => a.line - b.line);
  return { obedience, answers, isAnswered: obedience.hold !== null };
}

/** @returns what would roll over, as it is now; nothing of it is moved. Errors: rejects when GitHub does not answer. */
async function listRollover(
  argument: string,
  { reading, policy, since }: { reading: AskedReading; policy: Policy; since: string },
  means: { github: GitHub; clock: Clock },
): Promise<Known<RolloverList>> {
  const { milestones } = reading.ground;
  if (!milestones.known) return milestones;
  const asked = rolloverNamed(argument, milestones.value, policy);
  if (asked === null || 'refused' in asked.rolling) return unknown('it names no two milestones');
  const { owner, repository: name } = reading.issue.ref;
  return known(await rollIssues({ owner, name }, { rolling: asked.rolling, rules: { policy, since } }, means));
}

/** What the commands themselves have changed at a try before is nothing that they rest on. */
function asItWasBefore(issue: IssueFacts, moment: string): IssueFacts {
  const left = <Event extends Change | Turn>(events: Known<Event[]>): Known<Event[]> =>
    events.known ? known(events.value.filter(({ by, at }) => !by.own || isBefore(at, moment))) : events;
  return { ...issue, history: left(issue.history), turns: left(issue.turns) };
}

const isBefore = (at: string, moment: string): boolean => Date.parse(at) < Date.parse(moment);
