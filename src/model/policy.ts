import type { Severity } from './finding.ts';

/** `.github/remit.yml` with all defaults filled in. How the file is read and refused: `engine/policy.ts`. */
export interface Policy {
  charter: {
    /** Paths of the governance documents in the repository. */
    documents: string[];
    /** How a group's label is made: `{group}` is its slug, `{name}` its name as printed. */
    label: string[];
    /** Another name for a group, or a label of its own: key → group, or `Group - Area`. */
    aliases: Record<string, string>;
    /** What the project calls the columns that a charter is read from: column → its headers. */
    columns: Record<string, string[]>;
    /** Whether the label of a group is made where the repository has none. */
    createLabels: boolean;
    /** How a group's team is called where the document links none: `{group}` is the group's slug; `null`: not known. */
    team: string | null;
  };
  check: {
    /** `new`: what the base has not, where there is one to compare with. */
    failOn: 'error' | 'warning' | 'new' | 'never';
    /** Paths of other files that are checked and held against the documents. */
    files: string[];
    /** Settings by rule id; a rule that is not here has its own defaults. */
    rules: Record<string, RuleSetting>;
  };
  triage: {
    /** Validated options by requirement id, `false` where it is switched off. */
    requirements: Record<string, Record<string, unknown> | false>;
    /** Fields of issue forms whose answer names a group. */
    fromForm: string[];
    /** Whom an issue is for that no label and no form says it of: the first that fits. */
    routes: Route[];
    /** How a group learns that an issue is its own. */
    notify: 'none' | 'assign' | 'team';
    speak: 'comment' | 'label' | 'silent';
    /** Seconds from an issue's opening to the first word. */
    patience: number;
    /** The day, as `2026-11-21` in UTC, from which issues count as new; `null`: the day of the App's installation. */
    since: string | null;
    /** What may be written to issues that were opened before. */
    backfill: 'none' | 'labels';
    pullRequests: boolean;
    /** Logins of machine users: to GitHub they are people. */
    bots: string[];
    ignore: { labels: string[]; authors: string[]; types: string[] };
  };
  milestones: {
    /** Which pull requests wait for which milestone: patterns with at most one `{milestone}`. */
    gate: {
      labels: string[];
      branches: string[];
      /** How the milestone is called whose name stands in such a label or branch. */
      title: string;
    };
    /** What is done about a milestone that is closed while an urgent issue is open in it. */
    closedEarly: 'report' | 'reopen' | 'ignore';
  };
  commands: {
    enabled: boolean;
    /** The labels that `/area x` sets, by the command's name: `*` stands for x. */
    families: Record<string, string>;
    /** What `/label` may set; `*` stands for any text. */
    labels: string[];
    /** Who may give a command, by its name or its family's; one that isn't here has its own default; with `[]` it is none. */
    who: Record<string, Who[]>;
    /** Logins of programs whose commands are obeyed. */
    bots: string[];
    pullRequests: boolean;
  };
}

/** Whom issues are for that say something. Of each condition that has patterns one must fit; there is at least one. */
export interface Route {
  /** Phrases, in which `*` stands for any text. */
  title: string[];
  body: string[];
  /** Logins, in which `*` stands for any text. */
  author: string[];
  /** A name or an alias of a group; `null` where a label is given. */
  group: string | null;
  label: string | null;
}

/**
 * Who may give a command. `leads` are those of a group that owns the issue, `any-lead` those of any group; `triage` and
 * above are roles on the repository, each with all that the roles below it may; `team:slug` is a team of the owner's.
 */
export const whoWords = [
  'anyone',
  'author',
  'assignee',
  'leads',
  'any-lead',
  'triage',
  'write',
  'maintain',
  'admin',
] as const;
export type Who = (typeof whoWords)[number] | `team:${string}`;

/** A severity alone, or one beside the rule's options. */
export type RuleSetting =
  | 'off'
  | Severity
  | { severity?: 'off' | Severity | undefined; except?: string[] | undefined; [option: string]: unknown };
