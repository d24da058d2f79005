import type { Mention } from '../model/charter.ts';
import type { MemberList, People, Team } from '../model/project.ts';
import type { DataDocument } from '../text/document.ts';
import { type Entry, entriesOf, entryOf, itemsAt } from './data-entries.ts';

/**
 * Keys under which an organisation's members are listed. `contributors` is none of them: where there is such a list, the
 * leads are made members from elsewhere.
 */
const memberKeys = ['members', 'admins', 'developers', 'maintainers', 'owners'];
const teamKeys = ['members', 'maintainers', 'teams', 'description', 'repos'];

/**
 * Reads who is in which team and who is a member from files in the shapes of peribolos (`orgs: name: teams:`), of a
 * plain `teams:` and of plain lists (`members:`, `admins:`). What has another shape says nothing.
 * Source: kubernetes/test-infra, `prow/cmd/peribolos`, “Org config”.
 */
export function readPeople(documents: DataDocument[]): People {
  const parts = documents.flatMap(partsOf);
  return {
    teams: parts.flatMap(({ entry, organisation }) => teamsIn(entry, { organisation, parent: null })),
    lists: parts.flatMap(({ entry, organisation }) => listIn(entry, organisation)),
  };
}

/** The organisations of a file, or the file as one whose name is not given. */
function partsOf(document: DataDocument): { entry: Entry; organisation: string | null }[] {
  const organisations = entriesOf(entryOf(document, ['orgs']));
  if (organisations.length === 0) return [{ entry: entryOf(document), organisation: null }];
  return organisations.map((entry) => ({ entry, organisation: entry.key }));
}

function listIn(entry: Entry, organisation: string | null): MemberList[] {
  const members = memberKeys.flatMap((key) => namesAt(entry, key));
  return members.length > 0 ? [{ path: entry.document.path, organisation, members }] : [];
}

function teamsIn(entry: Entry, above: Pick<Team, 'organisation' | 'parent'>): Team[] {
  return entriesOf(entry.at(['teams'])).flatMap((each) => {
    if (!entriesOf(each).some(({ key }) => teamKeys.includes(key))) return [];
    const members = ['maintainers', 'members'].flatMap((key) => namesAt(each, key));
    const team: Team = { name: each.key, slug: teamSlug(each.key), ...above, members, at: each.keyAt };
    return [team, ...teamsIn(each, { ...above, parent: each.key })];
  });
}

const namesAt = (entry: Entry, key: string): Mention[] => itemsAt(entry, [key]).flatMap(({ mention }) => mention ?? []);

/** Source: GitHub's docs, “Create a team”: the slug is made of the name's letters and digits. */
const teamSlug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-|-$/g, '');
