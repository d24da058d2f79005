import type { Charter, Group, Lead } from '../src/model/charter.ts';
import type { Decision } from '../src/model/decision.ts';
import type { IssueFacts, MilestoneFact } from '../src/model/facts.ts';
import { known } from '../src/model/known.ts';
import type { Policy } from '../src/model/policy.ts';
import type { Position } from '../src/model/position.ts';
import { slugOf } from '../src/text/names.ts';

type IssueParts = Omit<Partial<IssueFacts>, 'labels' | 'milestone'> & {
  labels?: string[];
  milestone?: string | MilestoneFact | null;
};

/** An open issue that octo-user-1 opened a year ago; says only what the test is about. */
export function anIssue({ labels = [], milestone = null, ...parts }: IssueParts = {}): IssueFacts {
  return {
    ref: { owner: 'octo-org', repository: 'octo-repo', number: 1 },
    id: 'I_1',
    title: 'The gateway drops connections',
    body: '',
    state: 'open',
    locked: false,
    archived: false,
    issuesDisabled: false,
    isPullRequest: false,
    author: { login: 'octo-user-1', kind: 'person' },
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    labels: labels.map((name) => ({ id: `L_${name}`, name })),
    milestone: typeof milestone === 'string' ? { id: 'M_1', number: 1, title: milestone, state: 'open' } : milestone,
    type: null,
    assignees: [],
    children: { done: 0, of: 0 },
    ancestry: { parents: [], hidden: null },
    history: known([]),
    historyIsWhole: true,
    turns: known([]),
    notices: known([]),
    checklist: null,
    surplusChecklists: [],
    ...parts,
  };
}

/** The stretch of a document where a line's text is. */
function atLine(line: number, path = 'WORKING-GROUPS.md'): Position {
  return { path, line, column: 3, endLine: line, endColumn: 12, offset: 0, endOffset: 9 };
}

export function aGroup(name: string, parts: Partial<Group> = {}): Group {
  return { name, slug: slugOf(name), areas: [], artifacts: [], retired: false, at: atLine(12), ...parts };
}

/** A lead of whole groups, by their names. */
export function aLead(handle: string, groups: string[], parts: Partial<Lead> = {}): Lead {
  const seats = groups.map((text) => ({ text, group: slugOf(text), area: null, at: atLine(30) }));
  return { name: handle, handle, company: null, seats, retired: false, profile: null, at: atLine(30), ...parts };
}

/** A charter in which every group has a lead, unless leads are given. */
export function aCharter({
  groups = [aGroup('Networking'), aGroup('Docs')],
  ...parts
}: Partial<Charter> = {}): Charter {
  const leads = [
    aLead(
      'octo-lead-1',
      groups.map(({ name }) => name),
    ),
  ];
  const sources = [{ path: 'WORKING-GROUPS.md', format: 'two-tables' }];
  return { sources, groups, leads, list: null, namesLeads: true, ...parts };
}

type PolicyParts = {
  charter?: Partial<Policy['charter']>;
  triage?: Partial<Policy['triage']>;
  milestones?: Partial<Policy['milestones']>;
  commands?: Partial<Policy['commands']>;
};

/** Labels are `area/{group}`, a day of patience, every requirement and command as it stands by itself. */
export function aPolicy({ charter, triage, milestones, commands }: PolicyParts = {}): Policy {
  return {
    charter: {
      documents: ['WORKING-GROUPS.md'],
      label: ['area/{group}'],
      aliases: {},
      columns: {},
      createLabels: false,
      team: null,
      ...charter,
    },
    check: { failOn: 'error', files: [], rules: {} },
    triage: {
      requirements: {},
      fromForm: [],
      routes: [],
      notify: 'none',
      speak: 'comment',
      patience: 86_400,
      since: null,
      backfill: 'none',
      pullRequests: false,
      bots: [],
      ignore: { labels: [], authors: [], types: [] },
      ...triage,
    },
    milestones: { gate: { labels: [], branches: [], title: '{milestone}' }, closedEarly: 'report', ...milestones },
    commands: {
      enabled: true,
      families: { area: 'area/*', kind: 'kind/*' },
      labels: ['bug', 'good first issue'],
      who: {},
      bots: [],
      pullRequests: false,
      ...commands,
    },
  };
}

/** A decision that found an owner missing and put up a checklist. */
export function aDecision(parts: Partial<Decision> = {}): Decision {
  return {
    ref: { owner: 'octo-org', repository: 'octo-repo', number: 1 },
    at: '2026-05-01T00:00:00.000Z',
    job: 'guid',
    cause: { event: 'issues.opened', by: 'octo-user-1' },
    facts: {
      state: 'open',
      author: 'octo-user-1',
      createdAt: '2026-05-01T00:00:00.000Z',
      labels: [],
      milestone: null,
      changes: [],
      seen: null,
    },
    owners: [],
    verdicts: [{ requirement: 'owner', status: 'missing', message: 'no label names a group', cites: [] }],
    written: [{ do: 'checklist', written: 'put up', because: 'something is missing' }],
    withheld: [],
    hold: null,
    governedBy: {},
    ...parts,
  };
}
