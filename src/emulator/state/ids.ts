import { createHash } from 'node:crypto';

const prefixes: Record<string, string> = {
  User: 'U',
  Bot: 'BOT',
  Organization: 'O',
  Repository: 'R',
  Label: 'LA',
  Milestone: 'MI',
  Issue: 'I',
  IssueComment: 'IC',
  Reaction: 'REA',
  LabeledEvent: 'LE',
  UnlabeledEvent: 'UNLE',
  MilestonedEvent: 'MIE',
  DemilestonedEvent: 'DEME',
  AssignedEvent: 'AE',
  UnassignedEvent: 'UNAE',
  ClosedEvent: 'CE',
  ReopenedEvent: 'REE',
  RenamedTitleEvent: 'RTE',
  LockedEvent: 'LOE',
  UnlockedEvent: 'UNLOE',
  ParentIssueAddedEvent: 'PIAE',
  ParentIssueRemovedEvent: 'PIRE',
  SubIssueAddedEvent: 'SIAE',
  SubIssueRemovedEvent: 'SIRE',
  PullRequest: 'PR',
  PullRequestReview: 'PRR',
  PullRequestReviewComment: 'PRRC',
  Team: 'T',
  ProjectV2: 'PVT',
  ProjectV2Field: 'PVTF',
  ProjectV2SingleSelectField: 'PVTSSF',
  ProjectV2Item: 'PVTI',
  IssueType: 'IT',
  IssueTypeAddedEvent: 'ITAE',
  IssueTypeChangedEvent: 'ITCE',
  IssueTypeRemovedEvent: 'ITRE',
  MergedEvent: 'ME',
  BaseRefChangedEvent: 'BRCE',
  ReviewRequestedEvent: 'RRE',
  ReviewRequestRemovedEvent: 'RRRE',
  ReviewDismissedEvent: 'RDE',
  ReadyForReviewEvent: 'RFRE',
  ConvertToDraftEvent: 'CTDE',
  CheckSuite: 'CS',
  CheckRun: 'CR',
  StatusContext: 'SC',
  TransferredEvent: 'TRE',
  PinnedIssue: 'PI',
  PinnedEvent: 'PE',
  UnpinnedEvent: 'UPE',
  CrossReferencedEvent: 'CRE',
  MarkedAsDuplicateEvent: 'MADE',
  UnmarkedAsDuplicateEvent: 'UMADE',
  BlockedByAddedEvent: 'BBAE',
  BlockedByRemovedEvent: 'BBRE',
  BlockingAddedEvent: 'BAE',
  BlockingRemovedEvent: 'BRE',
  CommentDeletedEvent: 'CDE',
};

/** Ids that are the same at every start: one counter for each kind of thing. */
export interface Ids {
  /** @returns the next database id of the kind and the node id that belongs to it. */
  next(kind: string, repositoryId?: number): { id: number; nodeId: string };
  /** @returns an id in the shape of a UUID, as `X-GitHub-Delivery` has it. */
  nextGuid(): string;
  /** @returns a token with the prefix that GitHub gives to its kind. */
  nextToken(prefix: 'ghp' | 'ghs'): string;
  /** How far it has counted, to go on from there. */
  counted(): { seed: string; counts: Record<string, number> };
}

export function createIds(seed: string, counts: Record<string, number> = {}): Ids {
  const counters = new Map(Object.entries(counts));
  const count = (kind: string) => {
    const value = (counters.get(kind) ?? 0) + 1;
    counters.set(kind, value);
    return value;
  };
  return {
    next(kind, repositoryId) {
      // Each kind has a range of its own, so that an id given where another kind is asked for finds nothing.
      const id = (rangeOf(kind) + 1) * 1_000_000 + count(kind);
      return { id, nodeId: nodeId(kind, repositoryId === undefined ? [id] : [repositoryId, id]) };
    },
    nextGuid() {
      const hex = hash(`${seed} guid ${count('guid')}`);
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        `8${hex.slice(17, 20)}`,
        hex.slice(20, 32),
      ].join('-');
    },
    nextToken(prefix) {
      return `${prefix}_${hash(`${seed} ${prefix} ${count(prefix)}`).slice(0, 36)}`;
    },
    counted: () => ({ seed, counts: Object.fromEntries(counters) }),
  };
}

/** A node id in GitHub's present shape: the kind's prefix, then the ids as MessagePack in base64url. */
function nodeId(kind: string, ids: number[]): string {
  const bytes = Buffer.alloc(2 + ids.length * 5);
  bytes.writeUInt8(0x91 + ids.length, 0);
  ids.forEach((id, index) => {
    bytes.writeUInt8(0xce, 2 + index * 5);
    bytes.writeUInt32BE(id, 3 + index * 5);
  });
  // Joined out of its parts the text would keep them in memory besides itself.
  return Buffer.from(`${prefixes[kind] ?? kind}_${bytes.toString('base64url')}`, 'latin1').toString('latin1');
}

/** The node id of a thing of git, which has a sha in the place of a number. */
export function gitNodeId(kind: 'Blob' | 'Commit' | 'Tree' | 'Ref', repositoryId: number, name: string): string {
  const prefix = { Blob: 'B', Commit: 'C', Tree: 'T', Ref: 'REF' }[kind];
  return `${prefix}_${Buffer.from(`${repositoryId}:${name}`).toString('base64url')}`;
}

function rangeOf(kind: string): number {
  const at = Object.keys(prefixes).indexOf(kind);
  return at === -1 ? Object.keys(prefixes).length : at;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
