import { describe, expect, it } from '@jest/globals';
import { Unreachable } from '../../../src/adapters/github/errors.ts';
import { installationDates } from '../../../src/adapters/github/installed-at.ts';

/** An App's client that answers for two installations, and not at all as often as is said. */
function anApp({ failures = 0 } = {}) {
  const asked: unknown[] = [];
  let left = failures;
  const client = {
    graphql: () => Promise.reject(new Error('nothing is asked by GraphQL here')),
    async request(_: string, { installation_id: id }: Record<string, unknown>) {
      asked.push(id);
      if (left-- > 0) throw Object.assign(new Error('bad gateway'), { status: 502, request: {}, response: {} });
      return { status: 200, data: { id, created_at: `2026-05-0${id}T00:00:00Z` } };
    },
  };
  return { asked, dateOf: installationDates(async () => client) };
}

describe('since when an installation is there', () => {
  it('is asked for once each', async () => {
    const { asked, dateOf } = anApp();
    expect(await Promise.all([dateOf(1), dateOf(2), dateOf(1)])).toEqual([
      '2026-05-01T00:00:00Z',
      '2026-05-02T00:00:00Z',
      '2026-05-01T00:00:00Z',
    ]);
    await dateOf(2);
    expect(asked).toEqual([1, 2]);
  });

  it('is asked for again when GitHub did not answer, and claimed by nobody meanwhile', async () => {
    const { asked, dateOf } = anApp({ failures: 1 });
    await expect(dateOf(1)).rejects.toThrow(Unreachable);
    expect(await dateOf(1)).toBe('2026-05-01T00:00:00Z');
    expect(asked).toEqual([1, 1]);
  });
});
