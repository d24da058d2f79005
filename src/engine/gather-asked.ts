import type { CommandNeeds } from '../model/command-facts.ts';
import type { GivenCommands } from '../model/commands.ts';
import type { IssueRef } from '../model/facts.ts';
import type { AskedReading, GitHub } from '../model/ports.ts';
import { withFamilies } from '../text/commands/with-families.ts';
import { needsOf } from '../triage/command-needs.ts';
import { removableNames, servedCommands } from '../triage/served-commands.ts';
import { createGoverningCache, type Governing, type GoverningCache } from './governing.ts';
import { gather, mostLooks } from './reconcile.ts';

export interface GatherOptions {
  github: GitHub;
  cache?: GoverningCache;
  /** Whether it was begun before. */
  again: boolean;
}

/** Reads an issue with what the commands on it need by the policy that is in force; `null` where there is none. */
export async function gatherAsked(
  ref: IssueRef,
  given: GivenCommands,
  { github, again, cache = createGoverningCache() }: GatherOptions,
): Promise<{ reading: AskedReading; governing: Governing } | null> {
  const mayBeAnswered = again || given.edited || given.tries > 0;
  for (let look = 1; ; look++) {
    let asked: CommandNeeds | null = null;
    const gathered = await gather(ref, { github, cache }, (governing) => {
      asked = needsBy(governing, ref, given);
      return github.readAsked(ref, Object.keys(governing.blobs), { to: given.to, mayBeAnswered, needs: asked });
    });
    const isEnough = gathered === null || isSame(asked, needsBy(gathered.governing, ref, given));
    if (isEnough || look === mostLooks) return gathered;
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const nothing: CommandNeeds = {
  role: false,
  membership: false,
  teams: [],
  labels: false,
  milestones: false,
  logins: [],
  issues: [],
  repositories: [],
  decisions: false,
  rollovers: [],
};

function needsBy({ policy }: Governing, ref: IssueRef, { added, by }: GivenCommands): CommandNeeds {
  if (policy === null) return nothing;
  return needsOf(withFamilies(added, removableNames(servedCommands(policy))), { ref, actor: by, policy });
}
