import type { Group } from '../model/charter.ts';
import type { Citation } from '../model/plan.ts';

/**
 * @returns where the charter has the group, as a permanent link to its line; none where the commit isn't known.
 * `links` has the document's address at the commit by path: `https://github.com/o/r/blob/<commit>/WORKING-GROUPS.md`.
 */
export function citeGroup({ at }: Group, links: Record<string, string>): Citation[] {
  const link = links[at.path];
  if (link === undefined) return [];
  const commit = /\/blob\/([0-9a-f]{7})[0-9a-f]*\//.exec(link)?.[1];
  // A rendered document has no lines to go to: Markdown is asked for as it was written.
  const url = `${link}${/\.(md|markdown)$/i.test(at.path) ? '?plain=1' : ''}#L${at.line}`;
  return [{ text: `${at.path} line ${at.line}${commit ? ` at ${commit}` : ''}`, url }];
}
