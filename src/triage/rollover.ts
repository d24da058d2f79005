import type { IssueFacts, MilestoneFact } from '../model/facts.ts';
import type { Policy } from '../model/policy.ts';
import { quote } from '../text/escape.ts';
import { fitsGlob } from '../text/glob.ts';
import { nearest } from '../text/spelling.ts';
import { withBots } from './bots.ts';
import { holdOf } from './hold.ts';
import { quoteList } from './judgement.ts';
import { milestoneOptions, parkedForUrgent } from './milestone-options.ts';
import { settingsOf } from './settings.ts';
import { prioritySourceOf } from './subject.ts';

export type NamedMilestone = Pick<MilestoneFact, 'number' | 'title' | 'state'>;

/** From which milestone open issues go into which. */
export interface Rolling {
  from: NamedMilestone;
  to: NamedMilestone;
}

/** Why nothing can go, in one clause, and the titles that may have been meant. */
export interface NoRolling {
  refused: string;
  nearest: string[];
}

/**
 * @returns the two milestones by their titles. A title that two of them have names the open one; where both are open,
 * `#3` names the one to go from by its number, and none can be gone into: who adds an issue to it by its title could not
 * be sure either. From a milestone for what nobody plans yet nothing goes.
 */
export function chooseRolling(
  named: { from: string | number; to: string },
  milestones: NamedMilestone[],
  policy: Policy,
): Rolling | NoRolling {
  const from =
    typeof named.from === 'number'
      ? findNumber(named.from, milestones)
      : findOne(named.from, milestones, { byNumber: true });
  if ('refused' in from) return from;
  const to = findOne(named.to, milestones, { byNumber: false });
  if ('refused' in to) return to;
  if (from.number === to.number) return { refused: `${quote(from.title)} is both of them`, nearest: [] };
  if (fitsAny(from, settingsOf('milestone', milestoneOptions, policy).parked))
    return { refused: `${quote(from.title)} is parked: nothing rolls over from it`, nearest: [] };
  if (to.state === 'closed') return { refused: `the milestone ${quote(to.title)} is closed`, nearest: [] };
  return { from, to };
}

function findNumber(wanted: number, milestones: NamedMilestone[]): NamedMilestone | NoRolling {
  const found = milestones.find(({ number }) => number === wanted);
  return found ?? { refused: `there is no milestone #${wanted}`, nearest: [] };
}

function findOne(
  title: string,
  milestones: NamedMilestone[],
  { byNumber }: { byNumber: boolean },
): NamedMilestone | NoRolling {
  const same = milestones.filter((each) => each.title === title);
  const open = same.filter(({ state }) => state === 'open');
  const [only, ...more] = open.length > 0 ? open : same;
  if (only && more.length === 0) return only;
  if (only) {
    const numbers = [only, ...more].map(({ number }) => `#${number}`);
    const advice = byNumber ? `name it by its number: ${quoteList(numbers, 'or')}` : 'rename one of them';
    return { refused: `${numbers.length} milestones are called ${quote(title)}: ${advice}`, nearest: [] };
  }
  const numbered = byNumber ? milestones.find(({ number }) => title === `#${number}`) : undefined;
  if (numbered) return numbered;
  const titles = milestones.map((each) => each.title);
  return { refused: `no milestone is called ${quote(title)}`, nearest: nearest(title, titles) };
}

const fitsAny = ({ title }: NamedMilestone, patterns: string[]): boolean =>
  patterns.some((pattern) => fitsGlob(title, pattern));

/**
 * @returns why an issue stays where it is, in one clause; `null` where it goes.
 * @param since ISO 8601: when it was asked for. What a person put into the milestone after that is meant to be there.
 */
export function whyItStays(
  facts: IssueFacts,
  { from, to }: Rolling,
  { policy, since }: { policy: Policy; since: string },
): string | null {
  const issue = withBots(facts, policy.triage.bots);
  if (issue.milestone?.number !== from.number) return 'it is in another milestone now';
  const hold = holdOf(issue, policy);
  if (hold !== null) return hold;
  const { given } = prioritySourceOf(policy)(issue);
  const urgent = given.known && given.value.find(({ rank }) => rank === 0);
  if (urgent && fitsAny(to, parkedForUrgent(policy))) return `${quote(urgent.name)} can’t wait in ${quote(to.title)}`;
  if (!issue.history.known) return `who put it there is not known: ${issue.history.because}`;
  const isLater = issue.history.value.some(
    ({ what, by, at }) => what === 'milestoned' && by.kind !== 'program' && Date.parse(at) > Date.parse(since),
  );
  return isLater ? 'somebody put it there since' : null;
}
