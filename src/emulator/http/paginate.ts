import { type Answer, type Call, ok } from './call.ts';

const defaultSize = 30;
const largestSize = 100;

/** One page of a list, with the `Link` header; source: GitHub docs, Using pagination in the REST API. */
export function paginate<T>(call: Call, all: readonly T[], shape: (item: T) => unknown): Answer {
  const { size, page, last } = pageOf(call, all.length);
  const items = all.slice((page - 1) * size, page * size).map(shape);
  return { ...ok(items), headers: linkHeader(call, page, last) };
}

/** As paginate, for lists that come inside an object with their count. */
export function paginateWithin<T>(call: Call, key: string, all: readonly T[], shape: (item: T) => unknown): Answer {
  const answer = paginate(call, all, shape);
  return { ...answer, body: { total_count: all.length, [key]: answer.body } };
}

/** The size and number of the page that is asked for, and the number of the last. */
export function pageOf(call: Call, total: number) {
  const size = Math.min(positive(call.query.get('per_page')) ?? defaultSize, largestSize);
  const page = positive(call.query.get('page')) ?? 1;
  return { size, page, last: Math.max(1, Math.ceil(total / size)) };
}

function linkHeader(call: Call, page: number, last: number): Record<string, string> {
  const link = (target: number, rel: string) => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(target));
    return `<${call.world.url}${call.path}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return links.length > 0 ? { link: links.join(', ') } : {};
}

function positive(text: string | null): number | null {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : null;
}
