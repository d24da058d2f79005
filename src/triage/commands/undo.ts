import type { Change, Turn } from '../../model/facts.ts';
import type { Command } from '../command.ts';
import { happenedTo } from '../happened.ts';
import { inverseOf, lastChanges, objectionTo } from '../last-changes.ts';
import { isNeedsLabel } from '../needs-labels.ts';
import { cannotTell, done, refuse } from '../outcome.ts';

const remit = { login: 'remit[bot]', kind: 'program', own: true } as const;
const person = { login: 'octo-lead-1', kind: 'person' } as const;

export default {
  usage: ['/undo'],
  summary: 'Takes back Remit’s last change of labels, milestone, assignees, epic, title or state',
  why: 'A mistake of a program should cost one line. Given again, it takes back the change before. A label that only says what is missing, such as `needs-owner`, follows what it tells of.',
  who: ['triage'],
  obey({ issue, policy, because }) {
    const { history, turns } = issue;
    if (!history.known) return cannotTell(history.because);
    if (!turns.known) return cannotTell(turns.because);
    const speaksByLabels = policy.triage.speak === 'label' || policy.triage.backfill === 'labels';
    const isSaid = (each: Change | Turn) => speaksByLabels && 'label' in each && isNeedsLabel(each.label);
    const happened = happenedTo(issue)
      .filter((each) => !isSaid(each))
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    const batch = lastChanges(happened);
    const [objection] = batch.flatMap((change) => objectionTo(change, happened, issue) ?? []);
    if (objection !== undefined) return refuse(objection);
    if (batch.length > 0)
      return done(...batch.toReversed().flatMap((change) => inverseOf(change, { batch, issue, because })));
    if (!issue.historyIsWhole) return cannotTell('what Remit did lies further back than was read');
    return refuse('Remit has changed nothing here that it could take back');
  },
  examples: [
    {
      name: 'a label that Remit added, and one that it took off with it',
      comment: '/undo',
      issue: {
        labels: [{ id: 'L_1', name: 'area/networking' }],
        history: {
          known: true,
          value: [
            { what: 'labeled', label: 'bug', by: person, at: '2026-01-05T08:00:00Z' },
            { what: 'labeled', label: 'area/networking', by: remit, at: '2026-01-05T09:00:00Z' },
            { what: 'unlabeled', label: 'needs-triage', by: remit, at: '2026-01-05T09:00:01Z' },
          ],
        },
      },
      effects: [{ do: 'label', add: ['needs-triage'], remove: ['area/networking'] }],
    },
    {
      name: 'what was taken back already, so that the change before is taken back',
      comment: '/undo',
      issue: {
        milestone: { id: 'M_1', number: 1, title: '1.4', state: 'open' },
        history: {
          known: true,
          value: [
            { what: 'milestoned', milestone: '1.4', by: remit, at: '2026-01-05T08:00:00Z' },
            { what: 'labeled', label: 'P1', by: remit, at: '2026-01-05T09:00:00Z' },
            { what: 'unlabeled', label: 'P1', by: remit, at: '2026-01-05T10:00:00Z' },
          ],
        },
      },
      effects: [{ do: 'milestone', title: null }],
    },
    {
      name: 'a priority in the place of another one that Remit had set before',
      comment: '/undo',
      issue: {
        labels: [{ id: 'L_1', name: 'P0' }],
        history: {
          known: true,
          value: [
            { what: 'labeled', label: 'P1', by: remit, at: '2026-01-05T08:00:00Z' },
            { what: 'unlabeled', label: 'P1', by: remit, at: '2026-01-05T09:00:00Z' },
            { what: 'labeled', label: 'P0', by: remit, at: '2026-01-05T09:00:00Z' },
          ],
        },
      },
      effects: [{ do: 'label', add: ['P1'], remove: ['P0'] }],
    },
    {
      name: 'a milestone that has another name by now',
      comment: '/undo',
      issue: {
        milestone: { id: 'M_1', number: 1, title: '1.4.0', state: 'open' },
        history: {
          known: true,
          value: [{ what: 'milestoned', milestone: '1.4', by: remit, at: '2026-01-05T08:00:00Z' }],
        },
      },
      refused: 'the milestone is not “1.4” any more',
    },
    {
      name: 'what a person has taken back meanwhile',
      comment: '/undo',
      issue: {
        history: {
          known: true,
          value: [
            { what: 'labeled', label: 'P1', by: remit, at: '2026-01-05T09:00:00Z' },
            { what: 'unlabeled', label: 'P1', by: person, at: '2026-01-05T10:00:00Z' },
          ],
        },
      },
      refused: '“octo-lead-1” has changed the label “P1” since',
    },
    {
      name: 'that it closed the issue, with the title that it gave it',
      comment: '/undo',
      issue: {
        state: 'closed',
        title: 'Gateway drops connections',
        turns: {
          known: true,
          value: [
            { what: 'closed', by: remit, at: '2026-01-05T09:00:00Z' },
            { what: 'retitled', from: 'Help!', to: 'Gateway drops connections', by: remit, at: '2026-01-05T09:00:00Z' },
          ],
        },
      },
      effects: [
        { do: 'title', title: 'Help!' },
        { do: 'state', to: 'open' },
      ],
    },
    {
      name: 'nothing to take back',
      comment: '/undo',
      refused: 'Remit has changed nothing here that it could take back',
    },
    {
      name: 'a history that can’t be read',
      comment: '/undo',
      issue: { history: { known: false, because: 'the timeline can’t be read' } },
      unknown: 'the timeline can’t be read',
    },
  ],
} satisfies Command;
