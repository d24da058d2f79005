/**
 * What two spellings of one name have in common: case, Unicode form, white space, hyphens and `&` for `and` make no
 * difference. Nothing is guessed: names that differ otherwise are different names.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[\s\p{Pd}_]+/gu, ' ')
    .trim();
}

export function sameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

/** A stable id made from a name, fit for a label: `Test & Release` → `test-and-release`. */
export function slugOf(name: string): string {
  return nameKey(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
