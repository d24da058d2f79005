import type { Charter, Group, Lead } from '../model/charter.ts';
import type { Decision } from '../model/decision.ts';
import type { IssueFacts } from '../model/facts.ts';
import { known, unknown } from '../model/known.ts';
import type { Policy } from '../model/policy.ts';
import type { Position } from '../model/position.ts';
import type { Judgement, Requirement, RequirementExample } from './requirement.ts';
import { subjectOf } from './subject.ts';

/** An open issue that a person opened and that nobody has touched. */
export const untouched: IssueFacts = {
  ref: { owner: 'octo-org', repository: 'octo-repo', number: 12 },
  id: 'I_12',
  title: 'The gateway drops connections',
  body: '',
  state: 'open',
  locked: false,
  archived: false,
  issuesDisabled: false,
  isPullRequest: false,
  author: { login: 'octo-user-1', kind: 'person' },
  createdAt: '2026-01-05T08:00:00Z',
  updatedAt: '2026-01-05T08:00:00Z',
  labels: [],
  milestone: null,
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
};

/** A decision about that issue that is kept, and that wrote this. */
export function exampleDecision(written: Decision['written']): Decision {
  const { ref, author, createdAt, state } = untouched;
  return {
    ref,
    at: '2026-01-05T09:00:00Z',
    job: 'IC_1',
    cause: null,
    facts: { state, author: author.login, createdAt, labels: [], milestone: null, changes: [], seen: null },
    owners: [],
    verdicts: [],
    written,
    withheld: [],
    hold: null,
    governedBy: {},
  };
}

/** Labels are `area/{group}`; all else stands by itself. */
export const naming: Policy = {
  charter: {
    documents: ['WORKING-GROUPS.md'],
    label: ['area/{group}'],
    aliases: {},
    columns: {},
    createLabels: false,
    team: null,
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
  },
  milestones: { gate: { labels: [], branches: [], title: '{milestone}' }, closedEarly: 'report' },
  commands: { enabled: true, families: {}, labels: [], who: {}, bots: [], pullRequests: false },
};

const at = (line: number): Position => {
  return { path: 'WORKING-GROUPS.md', line, column: 3, endLine: line, endColumn: 12, offset: 0, endOffset: 9 };
};
const group = (name: string, slug: string, line: number): Group => {
  return { name, slug, areas: [], artifacts: [], retired: false, at: at(line) };
};
const lead = (handle: string, text: string, slug: string, area: string | null): Lead => ({
  name: handle,
  handle,
  company: null,
  seats: [{ text, group: slug, area, at: at(20) }],
  retired: false,
  profile: null,
  at: at(20),
});

/** A charter for examples: Networking is led and has an area, Security has no lead, Config is retired. */
export const exampleCharter: Charter = {
  sources: [{ path: 'WORKING-GROUPS.md', format: 'two-tables' }],
  groups: [
    { ...group('Networking', 'networking', 12), areas: ['Control Plane'] },
    group('Security', 'security', 13),
    { ...group('Config', 'config', 17), retired: true },
  ],
  leads: [lead('octo-lead-1', 'Networking - Control Plane', 'networking', 'Control Plane')],
  list: null,
  namesLeads: true,
};

/** Judges the issue of an example, as `decide` would. Errors: throws when the example's options are not valid. */
export function tryExample<Options>(
  { id, requirement }: { id: string; requirement: Requirement<Options> },
  example: RequirementExample,
): Judgement {
  const options = requirement.options.parse(example.options ?? {});
  const subject = subjectOf({
    issue: { ...untouched, ...example.issue },
    charter: example.charter ? known(example.charter) : unknown('no governance document was read'),
    policy: { ...naming, triage: { ...naming.triage, requirements: { [id]: options as Record<string, unknown> } } },
    links: {},
  });
  return requirement.judge({ ...subject, options });
}
