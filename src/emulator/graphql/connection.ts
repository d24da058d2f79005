import { Refusal } from '../refusal.ts';

interface PageArgs {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

const largestPage = 100;

/**
 * A connection over a list. Source: GitHub docs, Using pagination in the GraphQL API.
 *
 * @throws Refusal for a page without a size, or of more than 100.
 */
export function connect<T>(field: string, all: readonly T[], args: PageArgs) {
  checkSize(field, args);
  const positions = all.map((_, position) => position);
  const after = args.after ? positionOf(all, args.after) : -1;
  const before = args.before ? positionOf(all, args.before) : all.length;
  const between = positions.slice(after + 1, before);
  const { first, last } = args;
  const head = typeof first === 'number' ? between.slice(0, first) : between;
  const chosen = typeof last === 'number' ? head.slice(Math.max(0, head.length - last)) : head;
  const start = chosen[0];
  const end = chosen.at(-1);
  const edges = chosen.map((position) => ({ cursor: cursorOf(all, position), node: all[position] as T }));
  return {
    totalCount: all.length,
    filteredCount: between.length,
    pageCount: chosen.length,
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      startCursor: start === undefined ? null : cursorOf(all, start),
      endCursor: end === undefined ? null : cursorOf(all, end),
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

/** The place and the thing there: when the thing is gone, the place is where reading goes on. */
function cursorOf(all: readonly unknown[], position: number): string {
  return Buffer.from(`cursor:${position}:${nameOf(all[position])}`).toString('base64');
}

function positionOf(all: readonly unknown[], cursor: string): number {
  const [, position, name = ''] = /^cursor:(\d+):(.*)$/.exec(Buffer.from(cursor, 'base64').toString('utf8')) ?? [];
  if (position === undefined) {
    throw new Refusal(200, `\`${cursor}\` does not appear to be a valid cursor.`, { type: 'INVALID_CURSOR_ARGUMENTS' });
  }
  const found = name === '' ? -1 : all.findIndex((item) => nameOf(item) === name);
  return found === -1 ? Number(position) : found;
}

function nameOf(item: unknown): string {
  return (item as { nodeId?: string } | null)?.nodeId ?? '';
}
