import type { Lead } from '../model/charter.ts';
import { nameKey } from '../text/names.ts';

/**
 * One person is one lead, however many groups they lead: the handle tells, and without one the name and the company.
 * Who leads and who led are kept apart.
 */
export function mergeSeats(leads: Lead[]): Lead[] {
  const merged = new Map<string, Lead>();
  for (const lead of leads) {
    const who = lead.handle?.toLowerCase() ?? `${nameKey(lead.name)} (${nameKey(lead.company ?? '')})`;
    const key = `${lead.retired ? 'former ' : ''}${who}`;
    const before = merged.get(key);
    merged.set(key, before ? { ...before, seats: [...before.seats, ...lead.seats] } : lead);
  }
  return [...merged.values()];
}
