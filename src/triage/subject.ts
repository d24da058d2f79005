import { emptyCharter } from '../model/charter.ts';
import { known } from '../model/known.ts';
import type { Policy } from '../model/policy.ts';
import { memoize } from '../text/memoize.ts';
import { ownershipOf } from './owners.ts';
import { priorityLabelOptions, priorityLabels } from './priority-labels.ts';
import type { Case } from './requirement.ts';
import { settingsOf } from './settings.ts';
import type { Situation } from './situation.ts';

/** What every requirement judges by, besides its own options. */
export type Subject = Omit<Case<unknown>, 'options'>;

/** @returns the issue as the requirements see it. */
export function subjectOf({ issue, charter, policy, links }: Omit<Situation, 'now' | 'installedAt'>): Subject {
  const labels = issue.labels.map(({ name }) => name);
  return {
    issue,
    policy,
    charter: charter.known ? charter.value : emptyCharter,
    ownership: charter.known ? known(ownershipOf(labels, charter.value, policy.charter)) : charter,
    priorities: prioritySourceOf(policy)(issue),
    links,
  };
}

/** @returns where the project says how urgent its issues are. */
export const prioritySourceOf = memoize((policy: Policy) =>
  priorityLabels(settingsOf('priority', priorityLabelOptions, policy)),
);

/** @returns slugs of the groups that own the issue; none where that isn't known. */
export function ownersIn({ issue, charter, policy }: Pick<Situation, 'issue' | 'charter' | 'policy'>): string[] {
  const { ownership } = subjectOf({ issue, charter, policy, links: {} });
  return ownership.known ? ownership.value.owners.map(({ slug }) => slug) : [];
}
