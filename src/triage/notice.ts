import type { Group } from '../model/charter.ts';
import { printCitation } from '../text/clause.ts';
import { codeSpan } from '../text/escape.ts';
import { noticeMarker } from '../text/notice-marker.ts';
import { citeGroup } from './cite.ts';

/**
 * @returns the comment that tells a group's team of an issue, in Markdown: the one place where Remit mentions anybody,
 * and only where the configuration asks for it.
 */
export function printNotice(
  group: Group,
  { team, labels, links }: { team: string; labels: string[]; links: Record<string, string> },
): string {
  const sources = citeGroup(group, links).map(printCitation);
  const where = sources.length > 0 ? ` (${sources.join(', ')})` : '';
  const which = labels.map(codeSpan).join(', ');
  return `@${team}: this issue is of ${codeSpan(group.name)} by its label ${which}${where}.\n${noticeMarker(group.slug)}`;
}
