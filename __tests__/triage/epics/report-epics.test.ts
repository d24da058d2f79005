import { describe, expect, it } from '@jest/globals';
import type { Ancestor } from '../../../src/model/facts.ts';
import { known, unknown } from '../../../src/model/known.ts';
import { epicsSchema } from '../../../src/triage/epics/epics-json.ts';
import { gatherEpics } from '../../../src/triage/epics/gather-epics.ts';
import { reportEpics } from '../../../src/triage/epics/report-epics.ts';
import { aCharter, aGroup, anIssue, aPolicy } from '../../builders.ts';

type IssueParts = Parameters<typeof anIssue>[0];

const ref = (number: number, repository = 'octo-repo') => ({ owner: 'octo-org', repository, number });
const nameOf = (number: number) => `octo-org/octo-repo#${number}`;
const parent = (number: number, parts: Partial<Ancestor> = {}): Ancestor => ({
  ref: ref(number),
  title: `Work package ${number}`,
  state: 'open',
  labels: [],
  type: null,
  ...parts,
});
const epic = (number: number, parts: Partial<Ancestor> = {}) => parent(number, { labels: ['epic'], ...parts });
const below = (...parents: Ancestor[]) => ({ ancestry: { parents, hidden: null } });

/** A report of open issues by their numbers. */
function reported(issues: Record<number, IssueParts>, { charter = known(aCharter()) } = {}) {
  const gathering = gatherEpics();
  for (const [number, parts] of Object.entries(issues)) {
    gathering.add(anIssue({ ref: ref(Number(number)), ...parts }), { charter, policy: aPolicy() });
  }
  const report = reportEpics(gathering.gathered, {
    repository: 'octo-org/octo-repo',
    complete: true,
    calendar: { milestones: [], parked: ['Nebulous Future'] },
  });
  return epicsSchema.parse(report);
}

const anEpic = { labels: ['epic', 'area/networking'], milestone: '1.4', children: { done: 3, of: 5 } };

describe('a report of epics', () => {
  it('has the issues below an epic as a tree, and its progress', () => {
    const { epics, orphans } = reported({
      1: anEpic,
      9: { ...below(epic(1)), milestone: '1.4' },
      5: { ...below(parent(9), epic(1)), milestone: '1.4' },
      4: { ...below(epic(1)), milestone: '1.3' },
    });
    expect(epics).toHaveLength(1);
    expect(epics[0]).toMatchObject({ issue: nameOf(1), done: 3, of: 5, owners: ['networking'], problems: [] });
    expect(epics[0]?.issues.map(({ issue, depth }) => [issue, depth])).toEqual([
      [nameOf(4), 1],
      [nameOf(9), 1],
      [nameOf(5), 2],
    ]);
    expect(orphans).toEqual([]);
  });

  it('is the same in whatever order the issues came', () => {
    const issues = { 1: anEpic, 2: below(epic(1)), 3: below(parent(2), epic(1)) };
    const gathering = gatherEpics();
    for (const number of [3, 2, 1] as const) {
      gathering.add(anIssue({ ref: ref(number), ...issues[number] }), {
        charter: known(aCharter()),
        policy: aPolicy(),
      });
    }
    const about = { repository: 'octo-org/octo-repo', complete: true, calendar: { milestones: [], parked: [] } };
    expect(reportEpics(gathering.gathered, about).epics[0]?.issues).toEqual(reported(issues).epics[0]?.issues);
  });

  it('tells a closed epic that open issues are below, whatever repository it is in', () => {
    const far = epic(7, { ref: ref(7, 'octo-plans'), state: 'closed' });
    const { epics } = reported({ 2: below(far), 3: below(far) });
    expect(epics).toMatchObject([
      {
        issue: 'octo-org/octo-plans#7',
        done: null,
        problems: [
          { kind: 'closed', message: 'it is closed, and 2 issues below it are open', issues: [nameOf(2), nameOf(3)] },
        ],
      },
    ]);
  });

  it('tells what is planned later than its epic, and proposes its milestone where there is none', () => {
    const { epics } = reported({
      1: anEpic,
      2: { ...below(epic(1)), milestone: '1.10' },
      3: { ...below(epic(1)), milestone: 'Nebulous Future' },
      4: below(epic(1)),
    });
    expect(epics[0]?.problems).toEqual([
      {
        kind: 'later',
        message: 'it is planned for “1.4”, and 2 issues below it are planned for later',
        issues: [nameOf(2), nameOf(3)],
      },
    ]);
    expect(epics[0]?.proposals).toEqual([{ issue: nameOf(4), milestone: '1.4' }]);
  });

  it('tells an epic of a retired group, and one of none', () => {
    const charter = known(aCharter({ groups: [aGroup('Networking', { retired: true }), aGroup('Docs')] }));
    const { epics } = reported(
      { 1: anEpic, 2: { labels: ['epic'] }, 3: { labels: ['epic', 'area/docs'] } },
      { charter },
    );
    expect(epics.map(({ issue, problems }) => [issue, problems.map(({ kind }) => kind)])).toEqual([
      [nameOf(1), ['retired']],
      [nameOf(2), ['unowned']],
      [nameOf(3), []],
    ]);
    const nobodyKnows = reported({ 2: { labels: ['epic'] } }, { charter: unknown('WORKING-GROUPS.md is missing') });
    expect(nobodyKnows.epics[0]?.problems).toEqual([]);
  });

  it('lists issues below no epic, and those of which that is not known', () => {
    const hidden = 'a parent of the issue can’t be read: no access';
    const { orphans, unknown } = reported({ 1: {}, 2: below(parent(9)), 3: { ancestry: { parents: [], hidden } } });
    expect(orphans.map(({ issue }) => issue)).toEqual([nameOf(1), nameOf(2)]);
    expect(unknown).toEqual([{ issue: nameOf(3), because: hidden }]);
  });
});
