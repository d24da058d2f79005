import { slugOf } from './names.ts';

/** @returns the label that a pattern makes of a group's or area's name: `{group}` is its slug, `{name}` the name itself. */
export function groupLabel(pattern: string, name: string): string {
  return pattern.replace(/\{(group|name)\}/, (_, place) => (place === 'name' ? name : slugOf(name)));
}
