import type { Change, IssueFacts, Turn } from '../model/facts.ts';
import { printRef } from '../model/facts.ts';
import type { Effect } from '../model/plan.ts';
import { sameOnGitHub } from '../text/github-names.ts';
import { happenedTo } from './happened.ts';

/**
 * @returns the effects without what Remit has done since the moment (ISO 8601): whoever takes up a job that was cut off
 * does not know whether it wrote, and a person may have changed their mind meanwhile. Where the timeline can't be read
 * nothing is done without.
 */
export function withoutMade(effects: Effect[], issue: IssueFacts, since: string): Effect[] {
  const own = happenedTo(issue).filter(({ by, at }) => by.own === true && Date.parse(at) >= Date.parse(since));
  const wasMade = (test: (each: Change | Turn) => boolean) => own.some(test);
  return effects.flatMap((effect): Effect[] => {
    switch (effect.do) {
      case 'label': {
        const left = (names: string[], what: string) =>
          names.filter(
            (name) => !wasMade((each) => each.what === what && 'label' in each && sameOnGitHub(each.label, name)),
          );
        return named(effect, left(effect.add, 'labeled'), left(effect.remove, 'unlabeled'));
      }
      case 'assign': {
        const left = (names: string[], what: string) =>
          names.filter(
            (name) => !wasMade((each) => each.what === what && 'assignee' in each && sameOnGitHub(each.assignee, name)),
          );
        return named(effect, left(effect.add, 'assigned'), left(effect.remove, 'unassigned'));
      }
      case 'milestone': {
        const { title } = effect;
        const isIt = (each: Change | Turn) =>
          title === null ? each.what === 'demilestoned' : each.what === 'milestoned' && each.milestone === title;
        return wasMade(isIt) ? [] : [effect];
      }
      case 'parent': {
        const name = effect.issue && printRef(effect.issue);
        const isIt = (each: Change | Turn) =>
          name === null
            ? each.what === 'unparented'
            : each.what === 'parented' && each.parent !== null && sameOnGitHub(printRef(each.parent), name);
        return wasMade(isIt) ? [] : [effect];
      }
      case 'state': {
        const turn = effect.to === 'open' ? 'reopened' : 'closed';
        return wasMade(({ what }) => what === turn) ? [] : [effect];
      }
      case 'title':
        return wasMade(({ what }) => what === 'retitled') ? [] : [effect];
      default:
        return [effect];
    }
  });
}

function named<Naming extends { add: string[]; remove: string[] }>(
  effect: Naming,
  add: string[],
  remove: string[],
): Naming[] {
  return add.length + remove.length === 0 ? [] : [{ ...effect, add, remove }];
}
