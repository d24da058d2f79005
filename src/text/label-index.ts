import type { Charter, Group } from '../model/charter.ts';
import type { Policy } from '../model/policy.ts';
import { labelOfArea, labelOfGroup } from './group-label.ts';
import { compilePatterns, foldLabel } from './label-pattern.ts';
import { memoize } from './memoize.ts';
import { nameKey, slugOf } from './names.ts';
import { nearest } from './spelling.ts';

type Naming = Policy['charter'];

/** What a label or a name stands for. */
export interface Named {
  group: Group;
  area: string | null;
}

/** A label that is shaped like a group's and names none. */
interface Stray {
  /** Labels that some group answers to, most likely first. */
  nearest: string[];
  /** It is the name of an area of several groups. */
  isAmbiguous: boolean;
}

/** A charter's groups and areas, by the labels that name them. */
export interface LabelIndex {
  /** @returns what the label names; a stray when it has a pattern's shape and names nothing, `null` when it has none. */
  read(label: string): Named | Stray | null;
  /** @returns what goes by the name, the alias or the label; `null` where nothing does, or several areas do. */
  find(text: string): Named | null;
  /** The label of each group that owns something, in the charter's order. */
  groups: string[];
  /** The label of each area of such a group. */
  areas: string[];
}

/** One charter serves many issues: its index is made once, and forgotten together with the charter. */
const indexes = memoize((charter: Charter) => memoize((naming: Naming) => makeIndex(charter, naming)));

/** @returns the index of the charter under the configuration's naming. */
export const indexLabels = (charter: Charter, naming: Naming): LabelIndex => indexes(charter)(naming);

function makeIndex(charter: Charter, naming: Naming): LabelIndex {
  const patterns = compilePatterns(naming.label);
  const { byPart, byLabel } = collectNames(charter, naming);
  const labels = labelsFor(charter, naming);
  const read = (label: string): Named | Stray | null => {
    const folded = foldLabel(label);
    const parts = patterns.map((pattern) => pattern.partOf(folded)).filter((part) => part !== null);
    const found = parts.map(({ text }) => byPart.get(partKey(text))).filter((named) => named !== undefined);
    const named = found.find((each) => each.length === 1)?.[0];
    if (named) return named;
    const alias = byLabel.get(folded);
    if (alias) return alias;
    const isStray = alias === null || parts.some(({ marked }) => marked);
    if (!isStray) return null;
    const meant = found.flat().flatMap(({ group, area }) => labelOfArea(naming.label, group, area ?? '') ?? []);
    return stray(meant, () => similar(label, [...labels.groups, ...labels.areas]));
  };
  const find = (text: string): Named | null => {
    const named = byPart.get(partKey(text));
    if (named?.length === 1) return named[0]!;
    const found = read(text);
    return found && 'group' in found ? found : null;
  };
  return { read: remember(read), find, ...labels };
}

/** What is similar is looked for once somebody asks: it takes a thousand times as long as reading the label. */
function stray(meant: string[], similarOnes: () => string[]): Stray {
  let found: string[] | undefined;
  return {
    isAmbiguous: meant.length > 0,
    get nearest() {
      found ??= meant.length > 0 ? meant : similarOnes();
      return found;
    },
  };
}

/** Of `area/cli` only `cli` is compared: what all labels begin with makes none of them similar. */
function similar(label: string, others: string[]): string[] {
  const byOwnPart = new Map(others.map((other) => [ownPart(other), other]));
  return nearest(ownPart(label), byOwnPart.keys()).flatMap((part) => byOwnPart.get(part) ?? []);
}

const ownPart = (label: string): string => label.replace(/^.*[/:]/, '');

interface Names {
  /** Several areas where they are called alike. */
  byPart: Map<string, Named[]>;
  /** Aliases that are a whole label; `null` where the group they name is gone. */
  byLabel: Map<string, Named | null>;
}

/** Earlier entries win: groups, then aliases, then areas, whose names are the least likely to be meant. */
function collectNames(charter: Charter, naming: Naming): Names {
  const groups = [...charter.groups].sort((a, b) => Number(a.retired) - Number(b.retired));
  const areas: Named[] = groups.flatMap((group) => group.areas.map((area) => ({ group, area })));
  const byPart: Names['byPart'] = new Map();
  const byLabel: Names['byLabel'] = new Map();
  const add = (key: string, ...named: Named[]) => {
    if (!byPart.has(key)) byPart.set(key, named);
  };
  for (const group of groups) add(partKey(group.name), { group, area: null });
  for (const group of groups) add(partKey(group.slug), { group, area: null });
  for (const group of groups) if (group.label) add(partKey(group.label.name), { group, area: null });
  const groupByKey = new Map(
    [...byPart].flatMap(([key, named]) => named.map(({ group }): [string, Group] => [key, group])),
  );
  for (const [key, target] of Object.entries(naming.aliases)) {
    const named = resolveTarget(target, groupByKey);
    if (named) add(partKey(key), named);
    byLabel.set(foldLabel(key), named);
  }
  const areaNames: [string, Named[]][] = [
    ...areas.map((named): [string, Named[]] => [`${named.group.name} ${named.area}`, [named]]),
    ...areasAlone(areas),
  ];
  for (const [name, named] of areaNames) add(partKey(name), ...named);
  for (const [name, named] of areaNames) add(partKey(slugOf(name)), ...named);
  return { byPart, byLabel };
}

/** An area may be named without its group where no other group has one of that name. */
function areasAlone(areas: Named[]): Map<string, Named[]> {
  const alone = new Map<string, Named[]>();
  for (const named of areas) {
    const key = partKey(named.area ?? '');
    const others = (alone.get(key) ?? []).filter(({ group }) => group !== named.group);
    alone.set(key, [...others, named]);
  }
  return alone;
}

/** An alias stands for a group or for an area of one, as a lead's seat is written: `Networking - Control Plane`. */
function resolveTarget(target: string, groups: Map<string, Group>): Named | null {
  const whole = groups.get(partKey(target));
  if (whole) return { group: whole, area: null };
  const dash = /\s[-–—]\s/.exec(target);
  const group = dash ? groups.get(partKey(target.slice(0, dash.index))) : undefined;
  if (!dash || !group) return null;
  const text = target.slice(dash.index + dash[0].length).trim();
  return { group, area: group.areas.find((area) => partKey(area) === partKey(text)) ?? text };
}

function labelsFor(charter: Charter, { label }: Naming): Pick<LabelIndex, 'groups' | 'areas'> {
  const active = charter.groups.filter((group) => !group.retired);
  return {
    groups: active.flatMap((group) => labelOfGroup(label, group) ?? []),
    areas: active.flatMap((group) => group.areas.flatMap((area) => labelOfArea(label, group, area) ?? [])),
  };
}

/** Names are told apart by their words; what joins them in a label (`/`, `:`, `_`) says nothing. */
const partKey = (text: string): string => nameKey(text.replace(/[/:_]/g, ' '));

const mostRemembered = 2000;

/** A repository has few labels and many issues. The limit is for a repository that makes up labels without end. */
function remember<T>(read: (label: string) => T): (label: string) => T {
  const known = new Map<string, T>();
  return (label) => {
    const before = known.get(label);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) known.clear();
    const answer = read(label);
    known.set(label, answer);
    return answer;
  };
}
