import type { CheckNode, CheckSuite, CommitStatus } from './checks.ts';
import type {
  Account,
  App,
  Blob,
  Commit,
  Installation,
  Issue,
  IssueComment,
  IssueType,
  Label,
  Milestone,
  Reaction,
  Repository,
  Review,
  ReviewComment,
  Team,
  TimelineEvent,
} from './entities.ts';
import { createIds, type Ids } from './ids.ts';
import type { PinnedIssue } from './pins.ts';
import type { Project, ProjectNode } from './projects.ts';

/** Who a token stands for. */
export type Token =
  | {
      kind: 'user';
      token: string;
      account: Account;
      isReadOnly: boolean;
      /** Of a classic token; `null` where everything is granted. */
      scopes: string[] | null;
    }
  | {
      kind: 'installation';
      token: string;
      installation: Installation;
      permissions: Record<string, string>;
      /** Names of the repositories that the token is for, or all of the installation. */
      repositoryIds: number[] | 'all';
      expiresAt: string;
    };

/** Whatever has a node id. */
export type AnyNode =
  | Account
  | Team
  | Repository
  | Label
  | Milestone
  | IssueType
  | Issue
  | IssueComment
  | Reaction
  | TimelineEvent
  | Blob
  | Commit
  | Review
  | ReviewComment
  | PinnedIssue
  | ProjectNode
  | CheckNode;

/** All that the emulated GitHub knows; logins and names are keys in lower case. */
export interface State {
  app: App;
  accounts: Map<string, Account>;
  repositories: Map<string, Repository>;
  installations: Map<number, Installation>;
  nodes: Map<string, AnyNode>;
  /** Of all owners. */
  projects: Set<Project>;
  /** Of all repositories, the oldest first. */
  pins: Set<PinnedIssue>;
  checkSuites: Set<CheckSuite>;
  /** The oldest first. */
  statuses: Set<CommitStatus>;
  tokens: Map<string, Token>;
  ids: Ids;
}

export function createState(app: (ids: Ids) => App, idSeed: string): State {
  const ids = createIds(idSeed);
  const state: State = {
    app: app(ids),
    accounts: new Map(),
    repositories: new Map(),
    installations: new Map(),
    nodes: new Map(),
    projects: new Set(),
    pins: new Set(),
    checkSuites: new Set(),
    statuses: new Set(),
    tokens: new Map(),
    ids,
  };
  state.accounts.set(state.app.bot.login.toLowerCase(), state.app.bot);
  state.nodes.set(state.app.bot.nodeId, state.app.bot);
  return state;
}

/** Keeps a new thing where `node(id:)` finds it. */
export function register<T extends AnyNode>(state: State, node: T): T {
  state.nodes.set(node.nodeId, node);
  return node;
}
