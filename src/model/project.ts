import type { Mention } from './charter.ts';
import type { Position } from './position.ts';

/** A team of an organisation, as a file from which teams are made describes it. */
export interface Team {
  /** As printed: the key of its entry. */
  name: string;
  /** What GitHub makes of the name: `Docs WG Leads` → `docs-wg-leads`. */
  slug: string;
  /** Login of the organisation, `null` where the file doesn't say. */
  organisation: string | null;
  /** Name of the team that it stands below, `null` at the top. */
  parent: string | null;
  /** Logins, those of maintainers too. */
  members: Mention[];
  at: Position;
}

/** A list of an organisation's people. */
export interface MemberList {
  path: string;
  organisation: string | null;
  /** Logins. */
  members: Mention[];
}

/** The files that say who is in which team and who is a member. */
export interface People {
  teams: Team[];
  lists: MemberList[];
}

/** An owner in `CODEOWNERS`: `@organisation/team` or `@login`, without the `@`. */
export type CodeOwner = Mention;
