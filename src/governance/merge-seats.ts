import type { Lead, Seat } from '../model/charter.ts';
import { nameKey, sameName } from '../text/names.ts';

/**
 * One person is one lead, however many groups they lead: the name and the handle tell, and without a handle the name and
 * the company. Two names with one handle may be two persons of whom one was copied, and are for a rule to point out. Who
 * leads and who led are kept apart.
 */
export function mergeSeats(leads: Lead[]): Lead[] {
  const merged = new Map<string, Lead>();
  for (const lead of leads) {
    const who = lead.handle ? `${lead.name} @${lead.handle.toLowerCase()}` : nameOnly(lead);
    const key = `${lead.retired ? 'former ' : ''}${who}`;
    const before = merged.get(key);
    const seats = [...(before?.seats ?? []), ...lead.seats];
    merged.set(key, { ...(before ?? lead), seats: seats.filter(isFirst) });
  }
  return [...merged.values()];
}

const nameOnly = ({ name, company }: Lead): string => `${nameKey(name)} (${nameKey(company ?? '')})`;

/** Who leads a group in two roles leads it once. */
function isFirst(seat: Seat, index: number, seats: Seat[]): boolean {
  return seats.findIndex(({ text }) => sameName(text, seat.text)) === index;
}
