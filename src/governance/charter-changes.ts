import type { Charter, Group, Lead } from '../model/charter.ts';
import { nameKey } from '../text/names.ts';
import { continuedGroups } from './continued-groups.ts';

/** Who leads what: a group, or an area of it. */
export interface Seating {
  lead: Pick<Lead, 'name' | 'handle'>;
  group: Group;
  area: string | null;
}

/** One thing that a change of the governance documents did, as people would say it. */
export type CharterChange =
  /** `because` is what the two have in common: “the same leads”. */
  | { what: 'renamed'; from: Group; to: Group; because: string }
  | { what: 'added'; group: Group }
  | { what: 'removed'; group: Group }
  | { what: 'retired'; group: Group }
  | { what: 'revived'; group: Group }
  | { what: 'area-added'; group: Group; area: string }
  | { what: 'area-removed'; group: Group; area: string }
  | { what: 'area-moved'; area: string; from: Group; to: Group }
  | ({ what: 'lead-in' } & Seating)
  | ({ what: 'lead-out' } & Seating);

/**
 * @returns what became of the groups, their areas and their leads between two versions of the documents, groups first.
 * What only moved, or is only written in another way, is no change.
 */
export function charterChanges(before: Charter, after: Charter): CharterChange[] {
  const continued = continuedGroups(before, after);
  const earlier = new Map([...continued].map(([from, { to }]) => [to, from]));
  return [
    ...before.groups.flatMap((group): CharterChange[] => {
      const next = continued.get(group);
      return next ? continuation(group, next) : [{ what: 'removed', group }];
    }),
    ...after.groups.filter((group) => !earlier.has(group)).map((group): CharterChange => ({ what: 'added', group })),
    ...areaChanges(before, after, earlier),
    ...seatChanges(before, after, earlier),
  ];
}

type Continuation = { to: Group; because: string | null };

function continuation(from: Group, { to, because }: Continuation): CharterChange[] {
  const renamed: CharterChange[] = because === null ? [] : [{ what: 'renamed', from, to, because }];
  if (from.retired === to.retired) return renamed;
  return [...renamed, { what: to.retired ? 'retired' : 'revived', group: to }];
}

/** An area that one group lost and one other gained has moved; that a group came or went says all of its areas. */
function areaChanges(before: Charter, after: Charter, earlier: Map<Group, Group>): CharterChange[] {
  const gone: [string, Group][] = [];
  const come: [string, Group][] = [];
  const later = new Map([...earlier].map(([to, from]) => [from, to]));
  for (const from of before.groups) {
    for (const area of from.areas) if (!hasArea(later.get(from), area)) gone.push([area, from]);
  }
  for (const to of after.groups) {
    for (const area of to.areas) if (!hasArea(earlier.get(to), area)) come.push([area, to]);
  }
  const moved = gone.flatMap(([area, from]) => {
    const targets = come.filter(([other]) => nameKey(other) === nameKey(area));
    const sources = gone.filter(([other]) => nameKey(other) === nameKey(area));
    return targets.length === 1 && sources.length === 1 ? [{ area, from, to: targets[0]![1] }] : [];
  });
  const isMoved = (area: string) => moved.some((each) => nameKey(each.area) === nameKey(area));
  return [
    ...moved.map((each): CharterChange => ({ what: 'area-moved', ...each })),
    ...come
      .filter(([area, group]) => !isMoved(area) && earlier.has(group))
      .map(([area, group]): CharterChange => ({ what: 'area-added', group, area })),
    ...gone
      .filter(([area, group]) => !isMoved(area) && later.has(group))
      .map(([area, group]): CharterChange => ({ what: 'area-removed', group, area })),
  ];
}

const hasArea = (group: Group | undefined, area: string): boolean =>
  group?.areas.some((each) => nameKey(each) === nameKey(area)) ?? false;

/** Leads of a group that came or went are told too: they gain or lose its queue. */
function seatChanges(before: Charter, after: Charter, earlier: Map<Group, Group>): CharterChange[] {
  const handles = handlesByName(before, after);
  const then = seatings(before, handles);
  const now = seatings(after, handles);
  const keysThen = new Set(then.map((seating) => keyOf(seating, seating.group)));
  const keysNow = new Set(now.map((seating) => keyOf(seating, earlier.get(seating.group) ?? seating.group)));
  const later = new Map([...earlier].map(([to, from]) => [from, to]));
  return [
    ...now
      .filter((seating) => !keysThen.has(keyOf(seating, earlier.get(seating.group) ?? seating.group)))
      .map((seating): CharterChange => ({ what: 'lead-in', ...seating })),
    ...then
      .filter((seating) => !keysNow.has(keyOf(seating, seating.group)))
      .map(
        (seating): CharterChange => ({
          what: 'lead-out',
          ...seating,
          group: later.get(seating.group) ?? seating.group,
        }),
      ),
  ];
}

/** Who lost their link, or has one now, is the same person: a name that goes with one account stands for it. */
function handlesByName(...charters: Charter[]): Map<string, string> {
  const named = charters.flatMap(({ leads }) =>
    leads.flatMap(({ name, handle }) => (handle === null ? [] : [[nameKey(name), handle] as const])),
  );
  return new Map(named);
}

function seatings({ groups, leads }: Charter, handles: Map<string, string>): Seating[] {
  const bySlug = new Map(groups.map((group) => [group.slug, group]));
  const all = leads
    .filter((lead) => !lead.retired)
    .flatMap(({ name, handle: linked, seats }) => {
      const handle = linked ?? handles.get(nameKey(name)) ?? null;
      return seats.flatMap(({ group: slug, area }) => {
        const group = slug === null ? undefined : bySlug.get(slug);
        return group ? [{ lead: { name, handle }, group, area }] : [];
      });
    });
  return [...new Map(all.map((seating) => [keyOf(seating, seating.group), seating])).values()];
}

/** A group is the same under a new name; so is a lead under a new spelling. */
const keyOf = ({ lead, area }: Seating, { slug }: Group): string =>
  JSON.stringify([lead.handle?.toLowerCase() ?? nameKey(lead.name), slug, area === null ? null : nameKey(area)]);
