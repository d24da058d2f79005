import type { Charter, Group } from '../model/charter.ts';
import { nameKey } from '../text/names.ts';

/** The group of the newer documents that goes on what an older one was; `because` is `null` where the name says so. */
interface Continuation {
  to: Group;
  because: string | null;
}

/**
 * @returns for each group of `before` that goes on in `after`, as which. By its name where it kept it; else by what no
 * other group has: its links, its leads, its areas. Where that speaks for two groups, or for none, it does not go on:
 * a label renamed on a guess would move issues to people who never asked for them.
 */
export function continuedGroups(before: Charter, after: Charter): Map<Group, Continuation> {
  const continued = new Map<Group, Continuation>();
  for (const from of before.groups) {
    const to = after.groups.find((group) => nameKey(group.name) === nameKey(from.name));
    if (to && ![...continued.values()].some((each) => each.to === to)) continued.set(from, { to, because: null });
  }
  const gone = before.groups.filter((group) => !continued.has(group));
  const come = after.groups.filter((group) => ![...continued.values()].some(({ to }) => to === group));
  const pairs = gone.flatMap((from) =>
    come.flatMap((to) => {
      const because = likeness({ group: from, charter: before }, { group: to, charter: after });
      return because === null ? [] : [{ from, to, because }];
    }),
  );
  for (const { from, to, because } of pairs) {
    const isOnly = pairs.every((pair) => (pair.from === from) === (pair.to === to));
    if (isOnly) continued.set(from, { to, because });
  }
  return continued;
}

interface Subject {
  group: Group;
  charter: Charter;
}

/** Two kinds of evidence, or one that is strong: a single lead may have left one group and founded another. */
function likeness(from: Subject, to: Subject): string | null {
  const leads = share(leadsOf(from), leadsOf(to));
  const links = share(linksOf(from), linksOf(to));
  const areas = share(areasOf(from), areasOf(to));
  const reasons = [
    ...(leads > 0.5 ? ['the same leads'] : []),
    ...(links > 0 ? ['the same links'] : []),
    ...(areas > 0.5 ? ['the same areas'] : []),
  ];
  const suffices = reasons.length > 1 || links > 0.5 || (leads === 1 && leadsOf(from).size > 1);
  return suffices ? reasons.join(' and ') : null;
}

/** @returns how much of both they have in common, 0 to 1; 0 where there is nothing to compare. */
function share(one: Set<string>, other: Set<string>): number {
  const all = new Set([...one, ...other]);
  return all.size === 0 ? 0 : [...one].filter((each) => other.has(each)).length / all.size;
}

const leadsOf = ({ group, charter }: Subject): Set<string> =>
  new Set(
    charter.leads
      .filter((lead) => !lead.retired && lead.seats.some((seat) => seat.group === group.slug))
      .map((lead) => lead.handle?.toLowerCase() ?? nameKey(lead.name)),
  );

/** Addresses of one group alone: what two groups link to makes neither of them the other. */
function linksOf({ group, charter }: Subject): Set<string> {
  const others = new Set(charter.groups.filter((each) => each !== group).flatMap(addressesOf));
  return new Set(addressesOf(group).filter((url) => !others.has(url)));
}

const addressesOf = ({ artifacts }: Group): string[] => artifacts.flatMap(({ links }) => links.map(({ url }) => url));

const areasOf = ({ group }: Subject): Set<string> => new Set(group.areas.map(nameKey));
