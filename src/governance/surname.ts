import { nameKey } from '../text/names.ts';

/** Words before a surname that are sorted with it, as in `Van Norman`, `von Löwenstein`, `Di Pilato`. */
const particles = new Set('van von de der den di da del della dos du la le ten ter zu zur al el bin ibn st'.split(' '));

/** @returns a name as people sort it, by its surname: nicknames and titles in parentheses are left out. */
export function surnameKey(name: string): string {
  const words = nameKey(name.replace(/\([^()]*\)/g, ' ')).split(' ');
  let start = words.length - 1;
  while (start > 1 && particles.has(words[start - 1] ?? '')) start--;
  return [...words.slice(start), ...words.slice(0, start)].join(' ');
}
