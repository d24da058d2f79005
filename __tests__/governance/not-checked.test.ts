import { expect, test } from '@jest/globals';
import { notChecked } from '../../src/governance/not-checked.ts';
import { known, unknown } from '../../src/model/known.ts';
import type { OnGitHub } from '../../src/model/on-github.ts';

const allKnown: OnGitHub = {
  accounts: known(new Map()),
  members: known(new Set()),
  teams: known(new Map()),
  labels: known([]),
};

test('nothing is said where GitHub told everything', () => {
  expect(notChecked(allKnown)).toEqual([]);
});

test('what GitHub did not tell is named with the reason', () => {
  const onGitHub = { ...allKnown, members: unknown('they are hidden'), labels: unknown('GitHub can’t be reached') };
  expect(notChecked(onGitHub)).toEqual([
    'not checked: members of the organisation: they are hidden',
    'not checked: labels: GitHub can’t be reached',
  ]);
});

test('what has one reason is named in one line', () => {
  const because = unknown('GitHub can’t be reached');
  expect(notChecked({ accounts: because, members: because, teams: because, labels: because })).toEqual([
    'not checked: accounts of leads, members of the organisation, teams, labels: GitHub can’t be reached',
  ]);
});
