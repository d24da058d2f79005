import type { Command } from '../command.ts';
import { exampleDecision } from '../example.ts';
import { inverseOf, lastChanges, objectionTo } from '../last-changes.ts';
import { cannotTell, done, refuse } from '../outcome.ts';

const remit = { login: 'remit[bot]', kind: 'program', own: true } as const;
const person = { login: 'octo-lead-1', kind: 'person' } as const;

export default {
  usage: ['/undo'],
  summary: 'Takes back Remit’s last change of labels, milestone, assignees, epic or state',
  why: 'A mistake of a program should cost one line. Given again, it takes back the change before.',
  who: ['triage'],
  needs: () => ({ decisions: true }),
  obey({ issue, ground, because }) {
    if (!issue.history.known) return cannotTell(issue.history.because);
    const { value: history } = issue.history;
    const batch = lastChanges(history, ground.decisions);
    const [objection] = batch.flatMap((change) => objectionTo(change, issue, history) ?? []);
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
      name: 'that it closed the issue, which only its own decisions tell',
      comment: '/undo',
      issue: { state: 'closed' },
      ground: { decisions: [exampleDecision([{ do: 'state', to: 'closed', as: 'completed', of: null, because: '' }])] },
      effects: [{ do: 'state', to: 'open' }],
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
