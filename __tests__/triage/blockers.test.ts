import { describe, expect, it } from '@jest/globals';
import { known, unknown } from '../../src/model/known.ts';
import { blockersOf } from '../../src/triage/blockers.ts';
import { aCharter, anIssue, aPolicy } from '../builders.ts';
import { happened, person } from './history.ts';

const inOrder = ['area/networking', 'P1'];
const kindsOf = (parts: Parameters<typeof anIssue>[0], situation: Partial<Parameters<typeof blockersOf>[0]> = {}) =>
  blockersOf({ issue: anIssue(parts), charter: known(aCharter()), policy: aPolicy(), ...situation }).map(
    ({ kind }) => kind,
  );
const without = (requirement: string) => ({ policy: aPolicy({ triage: { requirements: { [requirement]: false } } }) });

describe('what keeps a milestone from being achieved', () => {
  it.each<[string, string[], string[]]>([
    ['an issue in order that can wait', inOrder, []],
    ['one of the most urgent priority', ['area/networking', 'P0'], ['urgent']],
    ['one that no group owns', ['P1'], ['unowned']],
    ['one with the label of no group', ['area/networkin', 'P1'], ['unowned']],
    ['one without a priority', ['area/networking'], ['without-priority']],
    ['an epic', [...inOrder, 'epic'], ['epic']],
    ['all at once', ['P0', 'epic'], ['urgent', 'epic', 'unowned']],
  ])('%s', (_, labels, kinds) => {
    expect(kindsOf({ labels })).toEqual(kinds);
  });

  it('is the most urgent of two priorities where nobody knows which stands, and else the one that does', () => {
    const labels = ['area/networking', 'P0', 'P2'];
    expect(kindsOf({ labels })).toEqual(['urgent']);
    expect(kindsOf({ labels, history: unknown('the timeline was cut off') })).toEqual(['urgent']);
    const history = known(
      happened([
        [person, '+P0'],
        [person, '+P2'],
      ]),
    );
    expect(kindsOf({ labels, history })).toEqual([]);
  });

  it('is not known where the charter can’t be read', () => {
    expect(kindsOf({ labels: inOrder }, { charter: unknown('WORKING-GROUPS.md is missing') })).toEqual(['unknown']);
  });

  it('is not what the project asks for of no issue', () => {
    expect(kindsOf({ labels: ['P1'] }, without('owner'))).toEqual([]);
    expect(kindsOf({ labels: ['area/networking'] }, without('priority'))).toEqual([]);
  });

  it('of an issue that is left alone is its urgency alone', () => {
    const policy = aPolicy({ triage: { ignore: { labels: ['dependencies'], authors: [], types: [] } } });
    expect(kindsOf({ labels: ['dependencies'] }, { policy })).toEqual([]);
    expect(kindsOf({ labels: ['dependencies', 'P0'] }, { policy })).toEqual(['urgent']);
  });
});
