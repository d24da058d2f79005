import type { Charter, Group } from '../model/charter.ts';
import type { Policy } from '../model/policy.ts';
import { indexLabels } from '../text/label-index.ts';

/** How one label was read. */
interface LabelReading {
  label: string;
  group: Group;
  area: string | null;
}

/** Whose an issue is, by its labels and the charter. */
export interface Ownership {
  /** The owning groups, each once, in the charter's order; retired groups own nothing. */
  owners: Group[];
  readings: LabelReading[];
  /** Labels that are shaped like a group's and that no group answers to, with the nearest that some group does. */
  strays: { label: string; nearest: string[] }[];
  /** Labels of retired groups. */
  retired: LabelReading[];
}

/**
 * @returns whose an issue with these labels is. A label names a group by a pattern of the configuration, else by an
 * alias; an area's label names the area's group: `area/networking-control-plane`, or `area/control-plane` where only
 * one group has such an area. Letter case, blanks and hyphens make no difference; a near miss is a stray, not a guess.
 */
export function ownershipOf(labels: string[], charter: Charter, naming: Policy['charter']): Ownership {
  const index = indexLabels(charter, naming);
  const readings: LabelReading[] = [];
  const retired: LabelReading[] = [];
  const strays: Ownership['strays'] = [];
  for (const label of labels) {
    const read = index.read(label);
    if (read === null) continue;
    if ('nearest' in read) strays.push({ label, nearest: read.nearest });
    else (read.group.retired ? retired : readings).push({ label, ...read });
  }
  return { owners: inOrderOf(charter, readings), readings, strays, retired };
}

function inOrderOf(charter: Charter, readings: LabelReading[]): Group[] {
  const groups = [...new Set(readings.map(({ group }) => group))];
  return groups.length < 2 ? groups : charter.groups.filter((group) => groups.includes(group));
}

/** @returns labels of groups, as examples of what would be right. */
export function someLabels(charter: Charter, naming: Policy['charter']): string[] {
  return indexLabels(charter, naming).groups.slice(0, 3);
}
