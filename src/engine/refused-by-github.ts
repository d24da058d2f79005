import type { IssueFacts } from '../model/facts.ts';
import type { Effect } from '../model/plan.ts';
import type { Answer } from '../triage/command.ts';
import { netEffects } from '../triage/net-effects.ts';
import { refuse } from '../triage/outcome.ts';

/** Whether GitHub said no, which it will say again. */
export const isRefusal = (error: unknown): error is Error => error instanceof Error && error.name === 'Refused';

interface Refusal {
  /** What GitHub said. */
  because: string;
  /** As it is after GitHub refused a part of what was to be written. */
  issue: IssueFacts;
  /** What the commands come to. */
  wanted: Effect[];
}

/**
 * @returns the answers, those as refusals of which something was not written; `null` where all of it was, so that it
 * is none of theirs.
 */
export function refusedByGitHub(answers: Answer[], { because, issue, wanted }: Refusal): Answer[] | null {
  const left = new Set(netEffects(issue, wanted).map((effect) => effect.do));
  if (left.size === 0) return null;
  return answers.map((answer) => {
    const { outcome } = answer;
    const isLeft = outcome.is === 'done' && outcome.effects.some((effect) => left.has(effect.do));
    return isLeft ? { ...answer, outcome: refuse(because) } : answer;
  });
}
