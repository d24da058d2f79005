import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { outOfPlace } from '../../src/governance/order.ts';
import { surnameKey } from '../../src/governance/surname.ts';

const compare = (one: number, other: number) => one - other;

describe('what is out of place', () => {
  it('is nothing in a list that is in order', () => {
    expect(outOfPlace([1, 2, 2, 3], compare)).toEqual([]);
  });

  it('is the later of two that changed places, or the earlier', () => {
    const list = [1, 2, 4, 3, 5, 6, 7, 8, 9];
    expect(outOfPlace(list, compare)).toEqual([3]);
    expect(outOfPlace(list, compare, { tell: 'earlier' })).toEqual([2]);
  });

  it('can’t be said of a list in no order, however short', () => {
    expect(outOfPlace([3, 1, 2], compare)).toBeNull();
    expect(outOfPlace([9, 1, 8, 2, 7, 3, 6, 4, 5], compare)).toBeNull();
  });

  it('leaves the rest in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 60 }), (list) => {
        const moved = new Set(outOfPlace(list, compare, { meant: 'surely' }) ?? list.keys());
        const rest = list.filter((_, index) => !moved.has(index));
        expect(rest).toEqual([...rest].sort(compare));
      }),
    );
  });
});

describe('a surname', () => {
  it.each([
    ['Octo Ant', 'ant octo'],
    ['Octo Van Norman', 'van norman octo'],
    ['Octo (Nacho) Ant', 'ant octo'],
    ['Octo', 'octo'],
  ])('of %s sorts as %s', (name, key) => {
    expect(surnameKey(name)).toBe(key);
  });
});
