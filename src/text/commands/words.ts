/** What nobody sees: soft hyphens, zero-width signs, marks of direction. */
export const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const blank = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** What stands in quotation marks or as code is one word; the limits keep marks that nothing closes from costing much. */
const word = /"([^"]{0,300})"|“([^”]{0,300})”|`([^`]{1,300})`|,|[^\s,]+/g;

/** @returns the words of a command's text, those between two commas together. */
export function wordGroups(text: string): string[][] {
  const groups: string[][] = [[]];
  for (const [whole, straight, curly, code] of text.matchAll(word)) {
    const found = trimmed(straight ?? curly ?? code ?? whole);
    if (whole === ',') groups.push([]);
    else if (found !== '') groups.at(-1)?.push(found);
  }
  return groups.filter((group) => group.length > 0);
}

/** The text without blanks and unseen signs at its ends, sign by sign: a pattern takes the square of their number. */
export function trimmed(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && blank.test(text.charAt(from))) from += 1;
  while (to > from && blank.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}
