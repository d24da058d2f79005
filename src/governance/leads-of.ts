import type { Charter, Group, Lead } from '../model/charter.ts';
import { memoize } from '../text/memoize.ts';
import { borrowedProfiles } from './borrowed-profiles.ts';

/** @returns who leads a group now, and whom its areas have for leads. */
export const leadsOf = ({ slug }: Group, charter: Charter): Lead[] => leadsBySlug(charter).get(slug) ?? [];

/** One charter is asked for the leads of all its groups. */
const leadsBySlug = memoize(({ leads }: Charter) => {
  const bySlug = new Map<string, Lead[]>();
  for (const lead of leads) {
    if (lead.retired) continue;
    for (const slug of new Set(lead.seats.map((seat) => seat.group))) {
      if (slug !== null) bySlug.set(slug, [...(bySlug.get(slug) ?? []), lead]);
    }
  }
  return bySlug;
});

/** @returns everybody who leads something now. */
export const activeLeads = ({ leads }: Charter): Lead[] => leads.filter((lead) => !lead.retired);

/** @returns those of the leads whose handle is known: below the name of some the profile of another stands. */
export function withOwnHandle(leads: Lead[], charter: Charter): (Lead & { handle: string })[] {
  const wrong = new Set(borrowedProfiles(charter).map((borrowed) => borrowed.wrong));
  return leads.flatMap((lead) => (lead.handle === null || wrong.has(lead) ? [] : [{ ...lead, handle: lead.handle }]));
}

/** @returns handles in small letters; GitHub makes no difference. */
export const handlesOf = (leads: Lead[]): Set<string> =>
  new Set(leads.flatMap(({ handle }) => (handle === null ? [] : [handle.toLowerCase()])));
