import type { Issue, PullRequest, Repository } from '../state/entities.ts';

/** The pull requests that the parameters of `GET …/pulls` ask for, in their order. */
export function listPulls(repository: Repository, query: URLSearchParams): PullRequest[] {
  const { state = 'open', head, base, sort = 'created', direction } = Object.fromEntries(query);
  const found = [...repository.issues.values()]
    .flatMap(({ pull }) => pull ?? [])
    .filter((pull) => state === 'all' || pull.issue.state === state)
    .filter((pull) => base === undefined || pull.base.ref === base)
    .filter((pull) => head === undefined || isFrom(pull, head));
  const key = sortKeyOf(sort);
  const isDown = direction === undefined ? !query.has('sort') || sort === 'created' : direction === 'desc';
  found.sort((a, b) => compare(key(a.issue), key(b.issue)) || a.issue.number - b.issue.number);
  return isDown ? found.reverse() : found;
}

/** `octo-user-2:topic`; GitHub passes over a head without its owner. */
function isFrom({ head }: PullRequest, wanted: string): boolean {
  const [owner = '', ref] = wanted.split(':');
  if (ref === undefined) return true;
  return head.ref === ref && head.repository.owner.login.toLowerCase() === owner.toLowerCase();
}

function sortKeyOf(sort: string): (issue: Issue) => string | number {
  if (sort === 'updated') return (issue) => issue.updatedAt;
  if (sort === 'popularity') return (issue) => issue.comments.length;
  return (issue) => issue.createdAt;
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
