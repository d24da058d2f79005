import type { Charter, Group, Lead, Mention } from '../model/charter.ts';
import { seatOf, withAreas } from './seats.ts';

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
  const all = [...groups.values()];
  const leads = charters.flatMap((charter) => charter.leads).map((lead) => resolved(lead, all));
  return {
    sources: charters.flatMap((charter) => charter.sources),
    groups: withAreas(
      all,
      leads.flatMap((lead) => lead.seats),
    ),
    leads,
    list: mergeLists(charters),
    namesLeads: charters.some((charter) => charter.namesLeads),
  };
}

/** A seat in a group that another document describes. */
function resolved(lead: Lead, groups: Group[]): Lead {
  if (lead.seats.every((seat) => seat.group !== null)) return lead;
  return { ...lead, seats: lead.seats.map((seat) => (seat.group === null ? seatOf(seat, groups) : seat)) };
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
