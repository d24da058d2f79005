import type { Charter, Group, Mention } from '../model/charter.ts';

/**
 * Makes one charter of several documents'. A group that several of them describe is one group, with the areas and
 * artifacts of all, and stands where it was described first.
 */
export function mergeCharters(charters: Charter[]): Charter {
  const groups = new Map<string, Group>();
  for (const group of charters.flatMap((charter) => charter.groups)) {
    const before = groups.get(group.slug);
    groups.set(group.slug, before ? mergeGroups(before, group) : group);
  }
  return {
    sources: charters.flatMap((charter) => charter.sources),
    groups: [...groups.values()],
    leads: charters.flatMap((charter) => charter.leads),
    list: mergeLists(charters),
    namesLeads: charters.some((charter) => charter.namesLeads),
  };
}

function mergeGroups(one: Group, other: Group): Group {
  return {
    ...one,
    areas: [...new Set([...one.areas, ...other.areas])],
    artifacts: [...one.artifacts, ...other.artifacts],
    retired: one.retired && other.retired,
  };
}

function mergeLists(charters: Charter[]): Mention[] | null {
  const lists = charters.flatMap((charter) => (charter.list ? [charter.list] : []));
  return lists.length === 0 ? null : lists.flat();
}
