import { invalid } from '../refusal.ts';
import type { Issue, Repository } from '../state/entities.ts';

type Test = (issue: Issue) => boolean;

/** The issues that the parameters of `GET …/issues` ask for, in their order. */
export function listIssues(repository: Repository, query: URLSearchParams): Issue[] {
  const tests = testsOf(repository, query);
  const found = [...repository.issues.values()].filter((issue) => tests.every((passes) => passes(issue)));
  const value = sortKeyOf(query.get('sort') ?? 'created');
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  return found.sort((a, b) => sign * (compare(value(a), value(b)) || a.number - b.number));
}

function testsOf(repository: Repository, query: URLSearchParams): Test[] {
  const tests: Test[] = [];
  const state = query.get('state') ?? 'open';
  const { labels, milestone, since, creator, assignee, type, mentioned } = Object.fromEntries(query);
  if (state !== 'all') tests.push((issue) => issue.state === state);
  if (labels) {
    const names = labels.split(',').map((name) => name.trim().toLowerCase());
    tests.push((issue) => names.every((name) => issue.labels.some((label) => label.name.toLowerCase() === name)));
  }
  if (milestone) tests.push(milestoneTest(repository, milestone));
  if (since) tests.push((issue) => Date.parse(issue.updatedAt) >= Date.parse(since));
  if (creator) tests.push((issue) => issue.author.login.toLowerCase() === creator.toLowerCase());
  if (assignee) tests.push(assigneeTest(assignee));
  if (mentioned) tests.push((issue) => isMentioned(issue, mentioned));
  if (type) tests.push(typeTest(type));
  return tests;
}

function milestoneTest(repository: Repository, value: string): Test {
  if (value === '*') return (issue) => issue.milestone !== null;
  if (value === 'none') return (issue) => issue.milestone === null;
  const wanted = repository.milestones.get(Number(value));
  if (!wanted) throw invalid({ resource: 'Issue', field: 'milestone', code: 'invalid', value });
  return (issue) => issue.milestone === wanted;
}

function typeTest(value: string): Test {
  if (value === '*') return ({ type }) => type !== null;
  if (value === 'none') return ({ type }) => type === null;
  return ({ type }) => type?.name.toLowerCase() === value.toLowerCase();
}

function isMentioned({ body, comments }: Issue, login: string): boolean {
  const name = new RegExp(`(?<![\\w-])@${login.replace(/[^\w-]/g, '')}(?![\\w-])`, 'i');
  return [body, ...comments.map((comment) => comment.body)].some((text) => text !== null && name.test(text));
}

function assigneeTest(value: string): Test {
  if (value === '*') return (issue) => issue.assignees.length > 0;
  if (value === 'none') return (issue) => issue.assignees.length === 0;
  return (issue) => issue.assignees.some((account) => account.login.toLowerCase() === value.toLowerCase());
}

function sortKeyOf(sort: string): (issue: Issue) => string | number {
  if (sort === 'updated') return (issue) => issue.updatedAt;
  if (sort === 'comments') return (issue) => issue.comments.length;
  return (issue) => issue.createdAt;
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
