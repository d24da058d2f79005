import type { Charter, Seat } from '../model/charter.ts';
import { sameName } from '../text/names.ts';
import { nearest } from '../text/spelling.ts';

/** What may stand between a group and its area, the usual way first. */
const separators = [/\s[–—/:-]\s/, /[–—/:-]/];

/**
 * @returns what the text of a seat in no known group was probably meant to be, most likely first: a group, or an area
 * of one, `Netwroking - Data Plane` → `Networking - Data Plane`.
 */
export function suggestionsFor({ text }: Seat, { groups }: Charter): string[] {
  const names = groups.filter((group) => !group.retired).map((group) => group.name);
  for (const separator of separators) {
    const match = separator.exec(text);
    if (!match) continue;
    const group = closest(text.slice(0, match.index), names);
    const rest = text.slice(match.index + match[0].length).trim();
    if (group === undefined || rest === '') continue;
    const other = names.find((name) => sameName(name, rest));
    return [other === undefined ? `${group} - ${rest}` : `${group}, ${other}`];
  }
  return nearest(text, names);
}

/** @returns the slug of the group that the first suggestion is about; `null` where there is none. */
export function likelyGroup(seat: Seat, charter: Charter): string | null {
  const [suggestion] = suggestionsFor(seat, charter);
  if (suggestion === undefined) return null;
  const group = charter.groups.find(({ name }) => suggestion === name || suggestion.startsWith(`${name} - `));
  return group?.slug ?? null;
}

const closest = (text: string, names: string[]): string | undefined =>
  names.find((name) => sameName(name, text)) ?? nearest(text, names)[0];
