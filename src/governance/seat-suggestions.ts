import type { Charter, Seat } from '../model/charter.ts';
import { sameName } from '../text/names.ts';
import { suggest } from './suggest.ts';

/** What may stand between a group and its area, the usual way first. */
const separators = [/\s[–—/:-]\s/, /[–—/:-]/];

/**
 * @returns what the text of a seat in no known group was probably meant to be, most likely first: a group, or an area
 * of one, `Netwroking - Data Plane` → `Networking - Data Plane`.
 */
export function suggestionsFor({ text }: Seat, { groups, leads }: Charter): string[] {
  const names = groups.filter((group) => !group.retired).map((group) => group.name);
  const near = (word: string) => suggest(word, names, { asked: leads.length });
  for (const separator of separators) {
    const match = separator.exec(text);
    if (!match) continue;
    const head = text.slice(0, match.index);
    const group = names.find((name) => sameName(name, head)) ?? near(head)[0];
    const rest = text.slice(match.index + match[0].length).trim();
    if (group === undefined || rest === '') continue;
    const other = names.find((name) => sameName(name, rest));
    return [other === undefined ? `${group} - ${rest}` : `${group}, ${other}`];
  }
  return near(text);
}

/** @returns the slug of the group that the first suggestion is about; `null` where there is none. */
export function likelyGroup(seat: Seat, charter: Charter): string | null {
  const [suggestion] = suggestionsFor(seat, charter);
  if (suggestion === undefined) return null;
  const group = charter.groups.find(({ name }) => suggestion === name || suggestion.startsWith(`${name} - `));
  return group?.slug ?? null;
}
