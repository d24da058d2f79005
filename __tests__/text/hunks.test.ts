import { expect, test } from '@jest/globals';
import { rightSidesOf } from '../../src/text/hunks.ts';

test('the right side of a diff has what is added and what stands around it, by the numbers of the new file', () => {
  const patch =
    '@@ -2,3 +2,3 @@ ## Groups\n one\n-two\n+Two\n three\n@@ -20 +20,2 @@\n last\n+new\n\\ No newline at end of file';
  expect(rightSidesOf(patch).map((hunk) => [...hunk])).toEqual([
    [
      [2, 'one'],
      [3, 'Two'],
      [4, 'three'],
    ],
    [
      [20, 'last'],
      [21, 'new'],
    ],
  ]);
});

test('a line that looks like a head of a hunk is a line', () => {
  expect(rightSidesOf('@@ -0,0 +1,2 @@\n+@@ -1 +1 @@\n+--- a').map((hunk) => [...hunk.values()])).toEqual([
    ['@@ -1 +1 @@', '--- a'],
  ]);
});

test('what is no diff has no right side', () => {
  expect(rightSidesOf('+ one\n two\n')).toEqual([]);
});
