import type { Decision, FactsInBrief, Seen, Written } from '../model/decision.ts';
import type { IssueFacts } from '../model/facts.ts';
import type { Effect } from '../model/plan.ts';
import type { Clock, Job, Ledger } from '../model/ports.ts';
import { quote } from '../text/escape.ts';
import type { Log } from './audit.ts';
import type { Outcome } from './reconcile.ts';

/**
 * Keeps a decision that wrote something, or that found something else than the one before. A ledger that can't be
 * written holds up no work: what was decided shows on GitHub, only its reasons are lost.
 */
export async function keepDecision(
  outcome: Outcome,
  { job, ledger, clock, log }: { job: Job; ledger: Ledger; clock: Clock; log: Log },
): Promise<void> {
  try {
    const before = await ledger.last(outcome.plan.ref);
    const decision = decisionOf(outcome, { job, before, at: clock.now().toISOString() });
    if (isNews(decision, before)) await ledger.add(decision);
  } catch (error) {
    log.warn({ err: error, job: job.id }, 'a decision could not be kept');
  }
}

/** @returns the decision as it is kept, after the one before. */
export function decisionOf(
  { issue, plan, applied, links }: Outcome,
  {
    job,
    before,
    at,
  }: { job: Pick<Job, 'id' | 'cause'> & Partial<Pick<Job, 'unit'>>; before: Decision | null; at: string },
): Decision {
  const { ref, owners, verdicts, effects, withheld, hold } = plan;
  const decision: Decision = {
    ref,
    at,
    job: job.id,
    cause: job.cause ?? null,
    ...(job.unit?.kind === 'commands' ? { asked: job.unit.given.at } : {}),
    facts: briefly(issue, before?.facts ?? null),
    owners,
    verdicts,
    written: applied ? effects.map((effect) => withoutText(effect, issue)) : [],
    withheld: withheld.map(({ effect, because }) => ({ change: withoutText(effect, issue), because })),
    hold,
    governedBy: links,
  };
  return withoutTitles(decision, issue);
}

function briefly(issue: IssueFacts, before: FactsInBrief | null): FactsInBrief {
  const { state, author, createdAt, labels, milestone } = issue;
  const history = issue.history.known ? issue.history.value : [];
  const turns = issue.turns.known ? issue.turns.value : [];
  const newTurns = newIn(turns, before?.seenTurn);
  const seenTurn = newestOf(turns) ?? before?.seenTurn;
  return {
    state,
    author: author.login,
    createdAt,
    labels: labels.map(({ name }) => name),
    milestone: milestone && { title: milestone.title, state: milestone.state },
    changes: newIn(history, before?.seen),
    seen: newestOf(history) ?? before?.seen ?? null,
    ...(newTurns.length > 0 ? { turns: newTurns.map(({ what, by, at }) => ({ what, by, at })) } : {}),
    ...(seenTurn ? { seenTurn } : {}),
  };
}

/** GitHub tells the second only, and of a long history only the newest part: what is new can't be told by counting. */
function newIn<Happened extends { at: string }>(all: Happened[], seen: Seen | null | undefined): Happened[] {
  if (!seen) return all;
  const then = all.filter(({ at }) => at === seen.at);
  return all.filter((each) => each.at > seen.at || then.indexOf(each) >= seen.count);
}

function newestOf(all: { at: string }[]): Seen | null {
  const newest = all.at(-1)?.at;
  if (newest === undefined) return null;
  return { at: newest, count: all.filter(({ at }) => at === newest).length };
}

function withoutText(effect: Effect, { checklist }: IssueFacts): Written {
  const { because } = effect;
  switch (effect.do) {
    case 'title':
      return { do: 'title', because };
    case 'create-label':
      return { do: 'create-label', name: effect.name, because };
    case 'notify':
      return { do: 'notify', group: effect.group, because };
    case 'checklist':
    case 'reply': {
      const before = effect.do === 'reply' ? effect.in : checklist;
      const written = effect.body === null ? 'taken away' : before === null ? 'put up' : 'changed';
      return { do: effect.do, written, because };
    }
    default:
      return effect;
  }
}

/** A message may quote the title of the issue or of a parent; names of labels and milestones stay. */
function withoutTitles(decision: Decision, { title, ancestry }: IssueFacts): Decision {
  const titles = [title, ...ancestry.parents.map((ancestor) => ancestor.title)];
  const clean = (text: string) => titles.reduce((rest, each) => rest.replaceAll(quote(each), '“…”'), text);
  return {
    ...decision,
    verdicts: decision.verdicts.map(({ message, ...rest }) => ({ ...rest, message: clean(message) })),
    written: decision.written.map((each) => ({ ...each, because: clean(each.because) })),
    withheld: decision.withheld.map(({ change, because }) => ({
      change: { ...change, because: clean(change.because) },
      because: clean(because),
    })),
    hold: decision.hold && clean(decision.hold),
  };
}

/** An issue that nothing may be written to has no story before something was. */
function isNews(decision: Decision, before: Decision | null): boolean {
  if (decision.written.length > 0) return true;
  if (before === null) return decision.hold === null;
  return found(decision) !== found(before);
}

/** Citations carry the commit, and the charter may change elsewhere. */
function found({ verdicts, owners, withheld, hold }: Decision): string {
  const said = verdicts.map(({ requirement, status, message }) => [requirement, status, message]);
  return JSON.stringify([said, owners, withheld, hold]);
}
