import type { Charter, Group } from '../model/charter.ts';
import { type IssueRef, printRef } from '../model/facts.ts';
import { digestOf } from '../text/digest.ts';
import { sameName } from '../text/names.ts';

/** @returns the logins of a group's leads, each once; where areas are given and are led, of the leads of those. */
export function leadsOf(group: Group, areas: string[], { leads }: Charter): string[] {
  const seated = leads.filter(({ retired, seats }) => !retired && seats.some((seat) => seat.group === group.slug));
  const ofAreas = seated.filter(({ seats }) =>
    seats.some(({ group: slug, area }) => slug === group.slug && areas.some((each) => sameName(each, area ?? ''))),
  );
  const handles = (ofAreas.length > 0 ? ofAreas : seated).flatMap(({ handle }) => handle ?? []);
  return [...new Map(handles.map((handle) => [handle.toLowerCase(), handle])).values()];
}

/**
 * @returns the leads in the order in which the issue is theirs: the same one at each look, and over many issues each
 * of them as often as the others. Nothing has to be remembered, and who joins or leaves moves no other's issues.
 */
export function inTurn(leads: string[], { ref, group }: { ref: IssueRef; group: string }): string[] {
  const place = (lead: string) => digestOf(`${printRef(ref)} ${group} ${lead}`.toLowerCase());
  const places = new Map(leads.map((lead) => [lead, place(lead)]));
  return [...leads].sort((one, other) => (places.get(one)! < places.get(other)! ? -1 : 1));
}
