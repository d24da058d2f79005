import type { Issue, ReactionContent, Repository } from './entities.ts';
import { isPlace, type Term, termsOf } from './search-terms.ts';

/** What of a search the emulator has no answer to. */
export interface UnknownQualifier {
  qualifier: string;
}

type Test = (issue: Issue) => boolean;

/**
 * The issues and pull requests that a search finds, newest first unless it says `sort:`. Understood are `repo:`, `org:`,
 * `user:`, `is:`, `type:`, `state:`, `label:`, `milestone:`, `author:`, `assignee:`, `commenter:`, `involves:`, `no:`,
 * `in:`, `created:`, `updated:`, `closed:`, `comments:`, `reason:` and words, each of them with `-` before it too.
 * Source: GitHub docs, Searching issues and pull requests.
 *
 * @returns what was found among the repositories; or the first qualifier that is not understood.
 */
export function searchIssues(repositories: Iterable<Repository>, query: string): Issue[] | UnknownQualifier {
  const tests: Test[] = [];
  const sites: ((repository: Repository) => boolean)[] = [];
  let sort = 'created-desc';
  const terms = termsOf(query);
  const places = terms.filter(({ name }) => name === 'in').flatMap(({ value }) => value.split(','));
  for (const { name, value, isNegated } of terms) {
    if (name === 'sort') sort = value;
    else if (name === 'repo' || name === 'org' || name === 'user') {
      sites.push((repository) => isAt(repository, name, value) !== isNegated);
    } else if (name === 'operator') {
      // AND is what stands between terms anyhow.
      if (value !== 'AND') return { qualifier: value };
    } else if (name !== 'in') {
      const test = testOf(name, value.toLowerCase(), places);
      if (!test) return { qualifier: name };
      tests.push((issue) => test(issue) !== isNegated);
    }
  }
  // Of several places one is enough; a place that is left out must be left out always.
  const searched = [...repositories].filter((each) => matchesSites(each, terms, sites));
  const found = searched.flatMap(({ issues }) =>
    [...issues.values()].filter((issue) => tests.every((pass) => pass(issue))),
  );
  return sorted(found, sort);
}

function matchesSites(repository: Repository, terms: Term[], sites: ((repository: Repository) => boolean)[]): boolean {
  const wanted = terms.filter(isPlace);
  const isIn = wanted.some(({ isNegated }, at) => !isNegated && sites[at]?.(repository));
  const isOut = wanted.some(({ isNegated }, at) => isNegated && !sites[at]?.(repository));
  return !isOut && (isIn || wanted.every(({ isNegated }) => isNegated));
}

function isAt({ owner, name }: Repository, qualifier: 'repo' | 'org' | 'user', value: string): boolean {
  const place = qualifier === 'repo' ? `${owner.login}/${name}` : owner.login;
  return place.toLowerCase() === value.toLowerCase();
}

function testOf(name: string, value: string, places: string[]): Test | null {
  switch (name) {
    case 'text':
      return textTest(value, places);
    case 'is':
    case 'state':
      return isTest(value);
    case 'type':
      return isTest(value) ?? (({ type }) => type !== null && type.name.toLowerCase() === value);
    case 'label':
      return (issue) => issue.labels.some((label) => value.split(',').includes(label.name.toLowerCase()));
    case 'milestone':
      return (issue) => issue.milestone !== null && (value === '*' || issue.milestone.title.toLowerCase() === value);
    case 'author':
      return (issue) => issue.author.login.toLowerCase() === value.replace(/^app\/(.*)$/, '$1[bot]');
    case 'assignee':
      return (issue) => (value === '*' ? issue.assignees.length > 0 : isAssigned(issue, value));
    case 'commenter':
      return (issue) => hasCommented(issue, value);
    case 'involves':
      return (issue) =>
        issue.author.login.toLowerCase() === value || isAssigned(issue, value) || hasCommented(issue, value);
    case 'no':
      return noneTests[value] ?? null;
    case 'reason':
      return (issue) => issue.stateReason?.replace('_', ' ') === value.replace('_', ' ');
    case 'created':
      return rangeTest(value, (issue) => issue.createdAt);
    case 'updated':
      return rangeTest(value, (issue) => issue.updatedAt);
    case 'closed':
      return rangeTest(value, (issue) => issue.closedAt);
    case 'comments':
      return rangeTest(value, (issue) => issue.comments.length);
    default:
      return null;
  }
}

const noneTests: Record<string, Test> = {
  label: ({ labels }) => labels.length === 0,
  milestone: ({ milestone }) => milestone === null,
  assignee: ({ assignees }) => assignees.length === 0,
  type: ({ type }) => type === null,
};

const isTests: Record<string, Test> = {
  issue: ({ pull }) => pull === null,
  pr: ({ pull }) => pull !== null,
  open: ({ state }) => state === 'open',
  closed: ({ state }) => state === 'closed',
  locked: ({ locked }) => locked,
  unlocked: ({ locked }) => !locked,
  public: ({ repository }) => !repository.isPrivate,
  private: ({ repository }) => repository.isPrivate,
  blocked: ({ blockedBy }) => blockedBy.some(({ state }) => state === 'open'),
  blocking: ({ blocking }) => blocking.some(({ state }) => state === 'open'),
  unmerged: ({ pull }) => pull !== null,
};

function isTest(value: string): Test | null {
  return isTests[value === 'pull-request' ? 'pr' : value] ?? null;
}

function textTest(value: string, places: string[]): Test {
  const isIn = (place: string) => places.length === 0 || places.includes(place);
  return ({ title, body, comments }) =>
    (isIn('title') && title.toLowerCase().includes(value)) ||
    (isIn('body') && (body ?? '').toLowerCase().includes(value)) ||
    (isIn('comments') && comments.some((comment) => comment.body.toLowerCase().includes(value)));
}

/** `>=2026-01-01`, `2026-01-01..2026-02-01`, `*..10` and one day or number by itself. */
function rangeTest(value: string, read: (issue: Issue) => string | number | null): Test {
  const [, sign = '', from = '', to] = /^([<>]=?)?(.*?)(?:\.\.(.*))?$/.exec(value) ?? [];
  const passes = (found: string | number): boolean => {
    const against = (limit: string) => compare(found, limit);
    if (to !== undefined) return (from === '*' || against(from) >= 0) && (to === '*' || against(to) <= 0);
    if (sign === '>') return against(from) > 0;
    if (sign === '>=') return against(from) >= 0;
    if (sign === '<') return against(from) < 0;
    if (sign === '<=') return against(from) <= 0;
    return against(from) === 0;
  };
  return (issue) => {
    const found = read(issue);
    return found !== null && passes(found);
  };
}

/** A day without an hour stands for all of it. */
function compare(found: string | number, limit: string): number {
  if (typeof found === 'number') return found - Number(limit);
  const told = found.toLowerCase().slice(0, limit.length <= 10 ? limit.length : undefined);
  return told < limit ? -1 : told > limit ? 1 : 0;
}

function isAssigned({ assignees }: Issue, login: string): boolean {
  return assignees.some((account) => account.login.toLowerCase() === login);
}

function hasCommented({ comments }: Issue, login: string): boolean {
  return comments.some(({ author }) => author.login.toLowerCase() === login);
}

/** Some reactions have another name in a search. */
const faces: Record<string, ReactionContent> = {
  '+1': '+1',
  '-1': '-1',
  smile: 'laugh',
  thinking_face: 'confused',
  heart: 'heart',
  tada: 'hooray',
};

function countOf(face: ReactionContent) {
  return ({ reactions }: Issue) => reactions.filter(({ content }) => content === face).length;
}

const sortKeys: Record<string, (issue: Issue) => string | number> = {
  updated: ({ updatedAt }) => updatedAt,
  comments: ({ comments }) => comments.length,
  reactions: ({ reactions }) => reactions.length,
  ...Object.fromEntries(Object.entries(faces).map(([name, face]) => [`reactions-${name}`, countOf(face)])),
  interactions: ({ comments, reactions }) => comments.length + reactions.length,
};

function sorted(issues: Issue[], sort: string): Issue[] {
  const [, key = 'created', direction = 'desc'] = /^(.+?)(?:-(asc|desc))?$/.exec(sort) ?? [];
  const value = sortKeys[key] ?? (({ createdAt }) => createdAt);
  const sign = direction === 'asc' ? 1 : -1;
  const order = (a: Issue, b: Issue) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : a.id - b.id);
  return issues.sort((a, b) => sign * order(a, b));
}
