import type { Mention } from '../model/charter.ts';
import type { MemberList, People, Team } from '../model/project.ts';
import type { DataDocument } from '../text/document.ts';

type Path = (string | number)[];

/**
 * Keys under which an organisation's members are listed. `contributors` is none of them: where there is such a list, the
 * leads are made members from elsewhere.
 */
const memberKeys = ['members', 'admins', 'developers', 'maintainers', 'owners'];

/**
 * Reads who is in which team and who is a member from files in the shapes of peribolos (`orgs: name: teams:`), of a
 * plain `teams:` and of plain lists (`members:`, `admins:`). What has another shape says nothing.
 * Source: kubernetes/test-infra, `prow/cmd/peribolos`, “Org config”.
 */
export function readPeople(documents: DataDocument[]): People {
  const all = documents.map(peopleOf);
  return { teams: all.flatMap(({ teams }) => teams), lists: all.flatMap(({ lists }) => lists) };
}

function peopleOf(document: DataDocument): People {
  const organisations = entriesOf(entryOf(document.value, 'orgs'));
  const parts = organisations.length > 0 ? organisations.map(([name]) => name) : [null];
  const people = parts.map((name) => {
    const path: Path = name === null ? [] : ['orgs', name];
    return {
      teams: teamsBelow(document, [...path, 'teams'], { organisation: name, parent: null }),
      lists: listOf(document, path, name),
    };
  });
  return { teams: people.flatMap(({ teams }) => teams), lists: people.flatMap(({ lists }) => lists) };
}

function listOf(document: DataDocument, path: Path, organisation: string | null): MemberList[] {
  const members = memberKeys.flatMap((key) => namesAt(document, [...path, key]));
  return members.length > 0 ? [{ path: document.path, organisation, members }] : [];
}

function teamsBelow(document: DataDocument, path: Path, above: Pick<Team, 'organisation' | 'parent'>): Team[] {
  return entriesOf(valueAt(document.value, path)).flatMap(([name, entry]) => {
    const at = document.keyAt([...path, name]);
    if (!at || !isTeam(entry)) return [];
    const members = ['maintainers', 'members'].flatMap((key) => namesAt(document, [...path, name, key]));
    const team: Team = { name, slug: teamSlug(name), ...above, members, at };
    return [team, ...teamsBelow(document, [...path, name, 'teams'], { ...above, parent: name })];
  });
}

const isTeam = (entry: unknown): boolean =>
  typeof entry === 'object' &&
  entry !== null &&
  ['members', 'maintainers', 'teams', 'description', 'repos'].some((key) => key in entry);

function namesAt(document: DataDocument, path: Path): Mention[] {
  const list = valueAt(document.value, path);
  if (!Array.isArray(list)) return [];
  return list.flatMap((name: unknown, index) => {
    const at = document.valueAt([...path, index]);
    return (typeof name === 'string' || typeof name === 'number') && at ? [{ name: String(name), at }] : [];
  });
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, key) => entryOf(found, key), value);
}

function entryOf(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

/** Source: GitHub's docs, “Create a team”: the slug is made of the name's letters and digits. */
const teamSlug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-|-$/g, '');
