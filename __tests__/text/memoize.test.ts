import { describe, expect, it } from '@jest/globals';
import { memoize } from '../../src/text/memoize.ts';

describe('what is prepared for an object', () => {
  it('is made once for each', () => {
    const made: string[] = [];
    const nameOf = memoize(({ name }: { name: string }) => {
      made.push(name);
      return name.toUpperCase();
    });
    const [docs, other] = [{ name: 'docs' }, { name: 'docs' }];
    expect([nameOf(docs), nameOf(docs), nameOf(other)]).toEqual(['DOCS', 'DOCS', 'DOCS']);
    expect(made).toEqual(['docs', 'docs']);
  });
});
