import type { Issue, Milestone, Repository } from '../state/entities.ts';
import { stateOf } from '../state/pull-request.ts';
import { connect, type SortKey } from './connection.ts';
import type { Args } from './resolvers.ts';

type Test = (issue: Issue) => boolean;

interface Filters {
  states?: string[];
  labels?: string[];
  milestone?: string | null;
  milestoneNumber?: string | null;
  assignee?: string | null;
  createdBy?: string;
  since?: string;
  type?: string | null;
}

/** The connection `issues` of a repository, a label or a milestone. */
export function issuesOf(repository: Repository, args: Args, isWithin: Test = () => true) {
  const tests = [isWithin, ...argumentTests(args), ...filterTests(args.filterBy ?? {})];
  const found = [...repository.issues.values()].filter(
    (issue) => !issue.pull && tests.every((passes) => passes(issue)),
  );
  return connectSorted('issues', found, args);
}

/** The connection `pullRequests` of a repository. */
export function pullsOf(repository: Repository, args: Args) {
  const { headRefName, baseRefName } = args;
  const tests: Test[] = argumentTests(args);
  if (headRefName) tests.push(({ pull }) => pull?.head.ref === headRefName);
  if (baseRefName) tests.push(({ pull }) => pull?.base.ref === baseRefName);
  const found = [...repository.issues.values()].filter(
    (issue) => issue.pull !== null && tests.every((passes) => passes(issue)),
  );
  return connectSorted('pullRequests', found, args);
}

function argumentTests({ states, labels }: { states?: string[]; labels?: string[] }): Test[] {
  const tests: Test[] = [];
  if (states?.length) tests.push((issue) => states.includes(stateOf(issue)));
  // One of these labels is enough; with `filterBy` all must be there.
  if (labels?.length) tests.push((issue) => labels.some((name) => isLabelled(issue, name)));
  return tests;
}

function filterTests(filters: Filters): Test[] {
  const { states, labels, milestone, milestoneNumber, assignee, createdBy, since, type } = filters;
  const tests: Test[] = [];
  if (states?.length) tests.push((issue) => states.includes(issue.state.toUpperCase()));
  if (labels?.length) tests.push((issue) => labels.every((name) => isLabelled(issue, name)));
  if (milestone !== undefined) tests.push(milestoneTest(milestone, (each) => String(each.id) === milestone));
  if (milestoneNumber !== undefined) {
    tests.push(milestoneTest(milestoneNumber, (each) => String(each.number) === milestoneNumber));
  }
  if (assignee !== undefined) tests.push(assigneeTest(assignee));
  if (createdBy) tests.push((issue) => isNamed(issue.author.login, createdBy));
  if (since) tests.push((issue) => Date.parse(issue.updatedAt) >= Date.parse(since));
  if (type !== undefined) tests.push(typeTest(type));
  return tests;
}

function typeTest(value: string | null): Test {
  if (value === null) return (issue) => issue.type === null;
  if (value === '*') return (issue) => issue.type !== null;
  return (issue) => issue.type !== null && isNamed(issue.type.name, value);
}

function milestoneTest(value: string | null, isWanted: (milestone: Milestone) => boolean): Test {
  if (value === null) return (issue) => issue.milestone === null;
  if (value === '*') return (issue) => issue.milestone !== null;
  return (issue) => issue.milestone !== null && isWanted(issue.milestone);
}

function assigneeTest(value: string | null): Test {
  if (value === null) return (issue) => issue.assignees.length === 0;
  if (value === '*') return (issue) => issue.assignees.length > 0;
  return (issue) => issue.assignees.some((account) => isNamed(account.login, value));
}

function connectSorted(field: string, issues: Issue[], args: Args) {
  const order: { field: string; direction: string } | null | undefined = args.orderBy;
  if (!order) return connect(field, issues, args);
  const sign = order.direction === 'DESC' ? -1 : 1;
  const keyOf = (issue: Issue): SortKey => [sortedBy(issue, order.field), issue.number];
  const compare = ([value, number]: SortKey, [other, otherNumber]: SortKey) =>
    sign * (value < other ? -1 : value > other ? 1 : number - otherNumber);
  const sorted = issues.sort((one, other) => compare(keyOf(one), keyOf(other)));
  return connect(field, sorted, args, { keyOf, compare });
}

function sortedBy(issue: Issue, field: string): string {
  if (field === 'UPDATED_AT') return issue.updatedAt;
  return field === 'COMMENTS' ? String(issue.comments.length).padStart(9, '0') : issue.createdAt;
}

function isLabelled(issue: Issue, name: string): boolean {
  return issue.labels.some((label) => isNamed(label.name, name));
}

function isNamed(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
