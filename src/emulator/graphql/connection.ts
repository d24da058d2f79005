import { Refusal } from '../refusal.ts';

interface PageArgs {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

const largestPage = 100;

/** How a list is sorted. A cursor holds what is sorted by, so that things that come, go and change shift no page. */
export interface Sorting<T> {
  keyOf(item: T): SortKey;
  compare(one: SortKey, other: SortKey): number;
}

/** What is sorted by, and what tells two things apart that are alike in it. */
export type SortKey = [value: string, number: number];

/**
 * A connection over a list, which is sorted already. Source: GitHub docs, Using pagination in the GraphQL API.
 *
 * @throws Refusal for a page without a size, or of more than 100.
 */
export function connect<T>(field: string, all: readonly T[], args: PageArgs, sorting: Sorting<T> | null = null) {
  checkSize(field, args);
  const cursors = sorting ? sortedCursors(all, sorting) : placeCursors(all);
  const positions = all.map((_, position) => position);
  const after = args.after ? cursors.lastUpTo(args.after) : -1;
  const before = args.before ? cursors.firstFrom(args.before) : all.length;
  const between = positions.slice(after + 1, before);
  const { first, last } = args;
  const head = typeof first === 'number' ? between.slice(0, first) : between;
  const chosen = typeof last === 'number' ? head.slice(Math.max(0, head.length - last)) : head;
  const start = chosen[0];
  const end = chosen.at(-1);
  const edges = chosen.map((position) => ({ cursor: cursors.of(position), node: all[position] as T }));
  return {
    totalCount: all.length,
    filteredCount: between.length,
    pageCount: chosen.length,
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      startCursor: start === undefined ? null : cursors.of(start),
      endCursor: end === undefined ? null : cursors.of(end),
      hasPreviousPage: start !== undefined && start > 0,
      hasNextPage: end !== undefined && end < all.length - 1,
    },
  };
}

function checkSize(field: string, { first, last }: PageArgs): void {
  const size = first ?? last;
  if (size === undefined || size === null) {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`;
    throw new Refusal(200, message, { type: 'MISSING_PAGINATION_BOUNDARIES' });
  }
  const name = typeof first === 'number' ? 'first' : 'last';
  if (size > largestPage) {
    const message = `Requesting ${size} records on the \`${field}\` connection exceeds the \`${name}\` limit of ${largestPage} records.`;
    throw new Refusal(200, message, { type: 'EXCESSIVE_PAGINATION' });
  }
  if (size < 0) {
    throw new Refusal(200, `\`${name}\` on the \`${field}\` connection cannot be less than zero.`, {
      type: 'UNPROCESSABLE',
    });
  }
}

interface Cursors {
  of(position: number): string;
  /** @returns the place of the last thing that does not come after the cursor's; -1 where there is none. */
  lastUpTo(cursor: string): number;
  /** @returns the place of the first thing that does not come before the cursor's. */
  firstFrom(cursor: string): number;
}

/** The place and the thing there: when the thing is gone, the place is where reading goes on. */
function placeCursors(all: readonly unknown[]): Cursors {
  const placeOf = (cursor: string): number => {
    const [, position, name = ''] = /^cursor:(\d+):(.*)$/.exec(decode(cursor)) ?? [];
    if (position === undefined) throw noCursor(cursor);
    const found = name === '' ? -1 : all.findIndex((item) => nameOf(item) === name);
    return found === -1 ? Number(position) : found;
  };
  return {
    of: (position) => encode(`cursor:${position}:${nameOf(all[position])}`),
    lastUpTo: placeOf,
    firstFrom: placeOf,
  };
}

function sortedCursors<T>(all: readonly T[], { keyOf, compare }: Sorting<T>): Cursors {
  const keyIn = (cursor: string): SortKey => {
    const [, text, number] = /^cursor:v2:(.*):(\d+)$/.exec(decode(cursor)) ?? [];
    if (text === undefined) throw noCursor(cursor);
    return [text, Number(number)];
  };
  return {
    of: (position) => encode(`cursor:v2:${keyOf(all[position] as T).join(':')}`),
    lastUpTo(cursor) {
      const key = keyIn(cursor);
      return all.findLastIndex((item) => compare(keyOf(item), key) <= 0);
    },
    firstFrom(cursor) {
      const key = keyIn(cursor);
      const found = all.findIndex((item) => compare(keyOf(item), key) >= 0);
      return found === -1 ? all.length : found;
    },
  };
}

const encode = (text: string): string => Buffer.from(text).toString('base64');
const decode = (cursor: string): string => Buffer.from(cursor, 'base64').toString('utf8');

const noCursor = (cursor: string): Refusal =>
  new Refusal(200, `\`${cursor}\` does not appear to be a valid cursor.`, { type: 'INVALID_CURSOR_ARGUMENTS' });

function nameOf(item: unknown): string {
  return (item as { nodeId?: string } | null)?.nodeId ?? '';
}
