import type { GivenCommands } from '../model/commands.ts';
import type { IssueRef } from '../model/facts.ts';
import { labelsMissingBy } from '../model/missing-labels.ts';
import type { Effect } from '../model/plan.ts';
import type { AskedReading } from '../model/ports.ts';
import { afterCommands } from '../triage/after-commands.ts';
import { answerComment } from '../triage/answer-comment.ts';
import type { Answer } from '../triage/command.ts';
import { withoutMade } from '../triage/made-already.ts';
import type { Situation } from '../triage/situation.ts';
import { gatherAsked } from './gather-asked.ts';
import { unansweredIn } from './given-commands.ts';
import { type Memories, obedienceTo } from './obedience.ts';
import {
  arrivalOf,
  isToBeReadAgain,
  linksTo,
  mostLooks,
  type Outcome,
  planFor,
  type ReconcileOptions,
  write,
} from './reconcile.ts';
import { isRefusal, refusedByGitHub } from './refused-by-github.ts';

export interface ObeyOptions extends Omit<ReconcileOptions, 'dryRun' | 'choose'>, Memories {
  /** Whether it was begun before, so that what is to be written may be written already. */
  again: boolean;
  /** Puts what is work of its own where it is done; before the answer, which says that it is. */
  handOver(effects: Effect[]): Promise<void>;
}

/** What became of an issue on which somebody gave commands. */
export interface Obeyed extends Outcome {
  answers: Answer[];
  /** What could not be answered now, to be asked again; `null` where all is answered. */
  unanswered: GivenCommands | null;
}

/**
 * Obeys one revision of a comment, answers it, and brings the issue into order as it is then: with one request that
 * reads, one that writes, and as many as it takes to know who gave the commands. Done again, it does nothing twice.
 * @returns `null` where there is no such issue. Errors: as `reconcileIssue`.
 */
export async function obeyGiven(ref: IssueRef, given: GivenCommands, options: ObeyOptions): Promise<Obeyed | null> {
  const missingLabels: string[] = [];
  for (let look = 1; ; look++) {
    try {
      return await obeyOnce(ref, given, { ...options, again: options.again || look > 1, missingLabels });
    } catch (error) {
      if (look === mostLooks || !isToBeReadAgain(error)) throw error;
      missingLabels.push(...(labelsMissingBy(error) ?? []));
    }
  }
}

async function obeyOnce(
  ref: IssueRef,
  given: GivenCommands,
  options: ObeyOptions & { missingLabels: string[] },
): Promise<Obeyed | null> {
  const gathered = await gatherAsked(ref, given, options);
  if (gathered === null) return null;
  const { reading, governing } = gathered;
  const { issue } = reading;
  const links = linksTo(governing, ref, reading.webUrl);
  const { github, clock, missingLabels } = options;
  const installedAt = await arrivalOf({ owner: ref.owner, name: ref.repository }, governing, github);
  const at = { now: clock.now().toISOString(), links, installedAt, missingLabels };
  const about = { issue, problems: governing.problems, links };
  if (governing.policy === null) {
    const plan = planFor(issue, governing, at);
    return {
      ...about,
      plan,
      applied: false,
      written: 0,
      answers: [],
      unanswered: { ...given, tries: given.tries + 1 },
    };
  }

  const situation: Situation = { issue, charter: governing.charter, policy: governing.policy, ...at };
  const { obedience, answers, isAnswered } = await obedienceTo({ reading, situation, given }, options);
  const plan = planFor(afterCommands(issue, obedience.effects, { by: given.by, at: at.now }), governing, at);
  const made = options.again ? withoutMade(obedience.effects, issue, given.at) : obedience.effects;
  const effects = inOrder(made, {
    decided: plan.effects,
    answering: isAnswered ? [] : answerEffects(answers, reading, given.to),
  });
  if (made.some((effect) => effect.do === 'roll-over')) await options.handOver(made);
  const told = await writeOrTell(effects, { ref, given, wanted: obedience.effects, answers, reading }, options);
  return {
    ...about,
    plan: { ...plan, effects: told.effects },
    applied: told.effects.length > 0,
    written: told.requests,
    answers: told.answers,
    unanswered: unansweredIn(told.answers, given),
  };
}

/** Whoever moves an issue away leaves it as it is: where it goes, other rules are in force. */
function inOrder(made: Effect[], { decided, answering }: { decided: Effect[]; answering: Effect[] }): Effect[] {
  const moves = made.filter((effect) => effect.do === 'transfer');
  const others = made.filter((effect) => effect.do !== 'transfer');
  return [...others, ...(moves.length > 0 ? [] : decided), ...answering, ...moves];
}

/** Whoever deletes a comment takes what was answered to it along. */
function answerEffects(answers: Answer[], { comment, reply }: AskedReading, to: string): Effect[] {
  if (comment !== null) return answerComment(answers, { to, reply, reaction: comment.reaction });
  return reply === null ? [] : [{ do: 'reply', in: reply.id, body: null, because: 'the comment was deleted' }];
}

interface Writing {
  ref: IssueRef;
  given: GivenCommands;
  /** What the commands come to. */
  wanted: Effect[];
  answers: Answer[];
  reading: AskedReading;
}

interface Told {
  effects: Effect[];
  answers: Answer[];
  requests: number;
}

/** Writes, and says so to whoever gave the commands where GitHub does not take what they asked for. */
async function writeOrTell(
  effects: Effect[],
  { ref, given, wanted, answers, reading }: Writing,
  options: ObeyOptions,
): Promise<Told> {
  try {
    return { effects, answers, requests: await write(reading.issue, effects, options, reading.ids) };
  } catch (error) {
    if (isToBeReadAgain(error) || !isRefusal(error)) throw error;
    const fresh = await gatherAsked(ref, given, { ...options, again: true });
    const refused = fresh && refusedByGitHub(answers, { because: error.message, issue: fresh.reading.issue, wanted });
    if (!refused) throw error;
    const telling = answerEffects(refused, fresh.reading, given.to);
    const requests = await write(fresh.reading.issue, telling, options);
    return { effects: [...effects, ...telling], answers: refused, requests: requests + 1 };
  }
}
