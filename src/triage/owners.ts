import type { Group } from '../model/charter.ts';

/** How one label was read. */
export interface LabelReading {
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
