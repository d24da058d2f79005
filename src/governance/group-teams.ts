import type { Group } from '../model/charter.ts';
import type { People, Team } from '../model/project.ts';
import { nameKey } from '../text/names.ts';
import { type TeamName, teamOfUrl } from '../text/team-url.ts';
import { bareName } from './group-names.ts';
import { brokenPromise } from './link-promises.ts';
import type { Project } from './project.ts';
import { suggest } from './suggest.ts';

/** How a project makes the name of a group's team: what stands before the group's name and what behind it. */
interface Affixes {
  before: string;
  after: string;
}

/** The teams of a project's groups, found by the links of the groups and by what most teams' names have in common. */
export interface GroupTeams {
  teamsOf(group: Group): Team[];
  /** Teams that are named as a group's team is, and are of none: each with the name that stands for the group. */
  withoutGroup: { team: Team; named: string }[];
  /** Whether most groups have a team, so that one without is an exception. */
  areUsual: boolean;
}

/** Fewer groups than this with a team of one pattern may be chance. */
const fewestOfPattern = 3;

export function groupTeams({ charter, people }: Project): GroupTeams {
  const active = charter.groups.filter((group) => !group.retired);
  const patterns = patternsIn(people.teams, active);
  const owned = new Map(active.map((group) => [group, teamsOfGroup(group, people.teams, patterns)]));
  const taken = new Set([...owned.values()].flat());
  const teamless = active.filter((group) => owned.get(group)?.length === 0);
  const withoutGroup = byHome(people.teams, active).flatMap((team) => {
    const named = taken.has(team) ? null : namedBy(team, patterns);
    if (named === null || isOwnedRepository(named, active)) return [];
    return teamless.some((group) => isLooselyNamed(bareName(group.name), named)) ? [] : [{ team, named }];
  });
  const count = [...owned.values()].filter((teams) => teams.length > 0).length;
  return {
    teamsOf: (group) => owned.get(group) ?? [],
    withoutGroup,
    areUsual: count >= 3 && count * 4 >= active.length * 3,
  };
}

/** @returns the name between the affixes of the first pattern that fits; `null` where none does. */
function namedBy(team: Team, patterns: Affixes[]): string | null {
  const key = nameKey(team.name);
  for (const { before, after } of patterns) {
    const name = key.slice(before.length, key.length - after.length);
    if (key.startsWith(before) && key.endsWith(after) && name.length > 1 && !name.includes('/')) return name;
  }
  return null;
}

function patternsIn(teams: Team[], groups: Group[]): Affixes[] {
  const found = new Map<string, { affixes: Affixes; groups: Set<Group> }>();
  for (const team of teams) {
    for (const group of groups) {
      const affixes = affixesOf(nameKey(team.name), bareName(group.name));
      if (!affixes) continue;
      const key = `${affixes.before}|${affixes.after}`;
      const entry = found.get(key) ?? { affixes, groups: new Set() };
      entry.groups.add(group);
      found.set(key, entry);
    }
  }
  return [...found.values()].filter((entry) => entry.groups.size >= fewestOfPattern).map(({ affixes }) => affixes);
}

/** A team may not be called as its group alone: such names are too common. */
function affixesOf(team: string, group: string): Affixes | null {
  const start = team.indexOf(group);
  if (start < 0 || team === group) return null;
  const [before, after] = [team.slice(0, start), team.slice(start + group.length)];
  const isWord = (before === '' || before.endsWith(' ')) && (after === '' || after.startsWith(' '));
  return isWord && isTeamWord(before + after) ? { before, after } : null;
}

const isTeamWord = (affixes: string): boolean => /\b(?:wg|sig|working group|leads?|maintainers?)\b/.test(affixes);

function teamsOfGroup(group: Group, teams: Team[], patterns: Affixes[]): Team[] {
  const links = linkedTeams(group);
  const name = bareName(group.name);
  return teams.filter(
    (team) =>
      links.some(({ organisation, slug }) => slug === team.slug && isOf(team, organisation)) ||
      patterns.some(({ before, after }) => nameKey(team.name) === before + name + after),
  );
}

/** @returns the teams that a group's artifacts link to, by the address that GitHub gives a team. */
export function linkedTeams(group: Group): TeamName[] {
  return group.artifacts.flatMap(({ links }) =>
    links.flatMap((link) => {
      const team = teamOfUrl(link.url);
      return team && brokenPromise(link) === null ? [team] : [];
    }),
  );
}

/**
 * @returns what may be meant by a team that the file of its organisation has not, most likely first; `null` where it has
 * the team, or where there is no file of that organisation.
 */
export function insteadOf({ organisation, slug }: TeamName, { teams }: People): string[] | null {
  const own = teams.filter((team) => isOf(team, organisation));
  const isKnown = own.some((team) => team.organisation !== null);
  if (!isKnown || own.some((team) => team.slug === slug)) return null;
  const slugs = own.map((team) => team.slug);
  return suggest(slug, slugs, { asked: 1 }).map((each) => `@${organisation}/${each}`);
}

const isOf = (team: Team, organisation: string): boolean =>
  team.organisation === null || team.organisation.toLowerCase() === organisation.toLowerCase();

/** Teams of the organisation that the groups link to first: others copy its teams. */
function byHome(teams: Team[], groups: Group[]): Team[] {
  const linked = groups.flatMap(linkedTeams).map(({ organisation }) => organisation);
  const weight = ({ organisation }: Team) => linked.filter((each) => each === organisation?.toLowerCase()).length;
  const first = new Map<string, Team>();
  for (const team of [...teams].sort((one, other) => weight(other) - weight(one))) {
    if (!first.has(team.slug)) first.set(team.slug, team);
  }
  return [...first.values()];
}

/**
 * Whether a group without a team of its own may be the one that is meant: every word of the shorter name is the
 * beginning or the end of one of the other, as `docs` is of `documentation` and `scaling` of `autoscaling`.
 */
function isLooselyNamed(group: string, named: string): boolean {
  const [shorter, longer] = [group.split(' '), named.split(' ')].sort((one, other) => one.length - other.length);
  const fits = (one: string, other: string) =>
    one.startsWith(other.slice(0, 3)) || one.endsWith(other) || other.endsWith(one);
  return (shorter ?? []).every((word) => word.length >= 3 && (longer ?? []).some((other) => fits(word, other)));
}

/** A team that is called as a repository of a group is that group's, whatever the group is called. */
function isOwnedRepository(named: string, groups: Group[]): boolean {
  const repositories = groups.flatMap(({ artifacts }) =>
    artifacts.flatMap(({ links }) => links.flatMap(({ url }) => repositoryOf(url) ?? [])),
  );
  return repositories.some((repository) => nameKey(repository) === named);
}

const repositoryOf = (url: string): string | null =>
  /^https?:\/\/github\.com\/(?!orgs\/)[\w.-]+\/([\w.-]+)\/?$/i.exec(url)?.[1] ?? null;
