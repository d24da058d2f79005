import type { Group } from '../model/charter.ts';
import { sameOnGitHub } from '../text/github-names.ts';
import { groupLabel } from '../text/group-label.ts';
import { teamOfUrl } from '../text/team-url.ts';

/**
 * @returns the slug of a group's team in the organisation: the first that the document links, else one that is called
 * as the configuration says. `null` where there is neither. Where a link's text names another team than its address
 * does, nobody is mentioned by it: either may be wrong.
 */
export function teamOfGroup(
  { name, artifacts }: Group,
  { organisation, pattern }: { organisation: string; pattern: string | null },
): string | null {
  for (const { text, url } of artifacts.flatMap(({ links }) => links)) {
    const team = teamOfUrl(url);
    if (!team || !sameOnGitHub(team.organisation, organisation)) continue;
    if (text.startsWith('@') && !sameOnGitHub(text, `@${team.organisation}/${team.slug}`)) continue;
    return team.slug;
  }
  const called = pattern === null ? null : groupLabel(pattern, name);
  return called !== null && /^[\w.-]+$/.test(called) ? called : null;
}
