import { slugOf } from './names.ts';

/** @returns the label that a pattern makes of a group's or area's name: `{group}` is its slug, `{name}` the name itself. */
export function groupLabel(pattern: string, name: string): string {
  return pattern.replace(/\{(group|name)\}/, (_, place) => (place === 'name' ? name : slugOf(name)));
}

/**
 * @returns the label of a group by the first pattern, or by the one that begins as its name does: with `sig/{group}`,
 * `SIG Docs` has `sig/docs`. A label that the document gives the group stands for its name. `null` without a pattern.
 */
export function labelOfGroup(
  patterns: string[],
  { name, label }: { name: string; label?: { name: string } },
): string | null {
  const [kind = '', rest = ''] = name.split(/ (.*)/);
  const own = patterns.find((pattern) => rest !== '' && pattern.toLowerCase().startsWith(`${kind.toLowerCase()}/{`));
  if (own !== undefined) return groupLabel(own, label?.name ?? rest);
  const [first] = patterns;
  return first === undefined ? null : groupLabel(first, label?.name ?? name);
}

/** @returns the label of a group's area by the first pattern; `null` without one. */
export function labelOfArea([pattern]: string[], group: { name: string }, area: string): string | null {
  return pattern === undefined ? null : groupLabel(pattern, `${group.name} ${area}`);
}
