import type { Position } from './position.ts';

/** A document that the charter was read from. */
export interface Source {
  /** Path inside its repository, with forward slashes. */
  path: string;
  /** Id of the format that read it. */
  format: string;
}

/** A link as printed: what a reader sees and where it goes. */
export interface Link {
  text: string;
  url: string;
  /** The whole link. */
  at: Position;
}

/** One thing a group has: its forum, its notes, its meeting. Named as the document's column or row is. */
export interface Artifact {
  name: string;
  /** The visible text of the cell, trimmed. */
  text: string;
  links: Link[];
  at: Position;
}

/** A working group, special interest group, project: whoever the document says owns something. */
export interface Group {
  /** As printed, without markup. */
  name: string;
  /** Stable id made from the name: `Test & Release` → `test-and-release`. */
  slug: string;
  /** Parts of the group that seats name: `Networking - Control Plane` makes *Control Plane* an area of *Networking*. */
  areas: string[];
  artifacts: Artifact[];
  /** Kept for history: owns nothing any more. */
  retired: boolean;
  /** Where the name stands. */
  at: Position;
  /** The label that the document itself gives the group. */
  label?: Mention;
  /** Other groups that this one names as having to do with it. */
  stakeholders?: Mention[];
}

/** A lead's claim to a group, or to an area of one. */
export interface Seat {
  /** As printed. */
  text: string;
  /** Slug of the group, `null` where the charter has no such group. */
  group: string | null;
  area: string | null;
  at: Position;
}

/** Someone whom the document names as a lead. One entry a place: who leads in two rows of one table may be here twice. */
export interface Lead {
  name: string;
  /** GitHub login without `@`, `null` where the document gives none. */
  handle: string | null;
  company: string | null;
  seats: Seat[];
  retired: boolean;
  /** The name's link, where it has one. */
  profile: Link | null;
  /** The list that names them, where the document has several: `technical_leads`. */
  role?: string;
  /** The document answers that there is no profile: `n/a`. */
  noProfile?: true;
  /** The stretch that names the lead: the cell, or the item of a list. */
  at: Position;
  /** Where the company stands, where the document gives one in a place of its own. */
  companyAt?: Position;
}

/** A name that stands in a list of groups, apart from where the group itself is described. */
export interface Mention {
  name: string;
  at: Position;
}

/** What the governance documents say: who owns what. Check and routing read this and nothing else. */
export interface Charter {
  sources: Source[];
  groups: Group[];
  leads: Lead[];
  /** The document's own list of its groups where groups have sections too; `null` where it has no such list. */
  list: Mention[] | null;
  /** Whether the document names leads anywhere; where it does not, a group without one is no defect. */
  namesLeads: boolean;
}

export const emptyCharter: Charter = { sources: [], groups: [], leads: [], list: null, namesLeads: false };
