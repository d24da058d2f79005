import type { Issue, Milestone, Repository } from '../state/entities.ts';
import { connect } from './connection.ts';
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
  return connect('issues', sort(found, args.orderBy), args);
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
  return connect('pullRequests', sort(found, args.orderBy), args);
}

function argumentTests({ states, labels }: { states?: string[]; labels?: string[] }): Test[] {
  const tests: Test[] = [];
  if (states?.length) tests.push((issue) => states.includes(issue.state.toUpperCase()));
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

function sort(issues: Issue[], order: { field: string; direction: string } | null | undefined): Issue[] {
  if (!order) return issues;
  const key = (issue: Issue) => {
    if (order.field === 'UPDATED_AT') return issue.updatedAt;
    return order.field === 'COMMENTS' ? issue.comments.length : issue.createdAt;
  };
  const sign = order.direction === 'DESC' ? -1 : 1;
  return issues.sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.number - b.number));
}

function isLabelled(issue: Issue, name: string): boolean {
  return issue.labels.some((label) => isNamed(label.name, name));
}

function isNamed(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
