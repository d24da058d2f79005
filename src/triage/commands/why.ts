import type { Charter } from '../../model/charter.ts';
import type { Decision } from '../../model/decision.ts';
import type { Change, IssueFacts } from '../../model/facts.ts';
import { known } from '../../model/known.ts';
import { printCitation, printClause } from '../../text/clause.ts';
import { codeSpan } from '../../text/escape.ts';
import { isAmong, sameOnGitHub } from '../../text/github-names.ts';
import { indexLabels } from '../../text/label-index.ts';
import { citeGroup } from '../cite.ts';
import type { Command, CommandCase } from '../command.ts';
import { decide } from '../decide.ts';
import { exampleDecision } from '../example.ts';
import { say } from '../outcome.ts';
import { suggestionsFor } from '../routes.ts';

const remit = { login: 'remit[bot]', kind: 'program', own: true } as const;

export default {
  usage: ['/why'],
  summary: 'Says which facts and which rule gave each label and each line of the checklist',
  why: 'Who is told what to do may ask on what ground, and check it.',
  who: ['anyone'],
  needs: () => ({ decisions: true }),
  obey(asked) {
    const { verdicts, hold } = decide(asked);
    const { labels, milestone } = asked.issue;
    return say(
      ...labels.map(({ name }) => `- the label ${codeSpan(name)} ${labelWords(name, asked)}`),
      ...(milestone ? [`- the milestone ${codeSpan(milestone.title)}: ${milestoneWords(milestone.title, asked)}`] : []),
      ...verdicts.map(({ requirement, status, message, cites }) => {
        const said = status === 'unknown' ? `not known: ${message}` : message;
        return `- **${requirement}** is ${status}: ${printClause(said)}${sources(cites)}`;
      }),
      ...(hold === null ? [] : [`- nothing is written by itself, since ${printClause(hold)}`]),
    );
  },
  examples: [
    {
      name: 'a label of a group',
      comment: '/why',
      issue: {
        labels: [{ id: 'L_1', name: 'area/networking' }],
        history: {
          known: true,
          value: [
            {
              what: 'labeled',
              label: 'area/networking',
              by: { login: 'octo-user-1', kind: 'person' },
              at: '2026-01-05T09:00:00Z',
            },
          ],
        },
      },
      says: [
        '- the label `area/networking` names the group `Networking` ([WORKING-GROUPS.md line 12 at c0ffee1](https://github.com/octo-org/octo-repo/blob/c0ffee1c0ffee1/WORKING-GROUPS.md?plain=1#L12)); `octo-user-1` added it on 2026-01-05',
        '- **milestone** is missing: no milestone',
      ],
    },
    {
      name: 'a milestone that somebody asked Remit for',
      comment: '/why',
      issue: {
        milestone: { id: 'M_1', number: 1, title: '1.4', state: 'open' },
        history: known([{ what: 'milestoned', milestone: '1.4', by: remit, at: '2026-01-05T09:00:00Z' }]),
      },
      ground: {
        decisions: [exampleDecision([{ do: 'milestone', title: '1.4', because: '“octo-lead-1” asked for it' }])],
      },
      says: ['- the milestone `1.4`: Remit set it on 2026-01-05, since `octo-lead-1` asked for it'],
    },
    {
      name: 'a charter that can’t be read',
      comment: '/why',
      issue: { labels: [{ id: 'L_1', name: 'bug' }], history: { known: false, because: 'the timeline can’t be read' } },
      says: ['- the label `bug` names no group; who added it is not known: the timeline can’t be read'],
    },
  ],
} satisfies Command;

function labelWords(label: string, asked: CommandCase): string {
  const { charter, policy, links, issue, ground } = asked;
  const names = charter.known
    ? groupWords(label, charter.value, { naming: policy.charter, links })
    : `may name a group: ${printClause(charter.because)}`;
  const isIt = (change: Change) => change.what === 'labeled' && sameOnGitHub(change.label, label);
  const reason = reasonIn(ground.decisions, (each) => each.do === 'label' && isAmong(each.add, label));
  const origin = originWords(isIt, { issue, verb: 'added', reason: reason ?? routeTo(label, asked) });
  return `${names}; ${origin}`;
}

function milestoneWords(title: string, { issue, ground }: CommandCase): string {
  const isIt = (change: Change) => change.what === 'milestoned' && change.milestone === title;
  const reason = reasonIn(ground.decisions, (each) => each.do === 'milestone' && each.title === title);
  return originWords(isIt, { issue, verb: 'set', reason });
}

/** Why Remit wrote something last, by what is kept of its decisions. */
function reasonIn(decisions: Decision[], isIt: (written: Decision['written'][number]) => boolean): string | null {
  return decisions.flatMap(({ written }) => written).findLast(isIt)?.because ?? null;
}

/** By which rule Remit would add the label today, where nothing is kept of why it did. */
function routeTo(label: string, { issue, charter, policy }: CommandCase): string | null {
  const suggestion = suggestionsFor(issue, charter, policy).find((each) => sameOnGitHub(each.label, label));
  return suggestion?.because ?? null;
}

function groupWords(
  label: string,
  charter: Charter,
  { naming, links }: { naming: CommandCase['policy']['charter']; links: Record<string, string> },
): string {
  const read = indexLabels(charter, naming).read(label);
  if (read === null || 'nearest' in read) return 'names no group';
  const { group, area } = read;
  const name = area === null ? codeSpan(group.name) : `${codeSpan(group.name)} (${codeSpan(area)})`;
  return `names the group ${name}${group.retired ? ', which is retired' : ''}${sources(citeGroup(group, links))}`;
}

interface Origin {
  issue: IssueFacts;
  verb: string;
  /** Why, where it was Remit. */
  reason: string | null;
}

function originWords(
  isIt: (change: Change) => boolean,
  { issue: { history, historyIsWhole }, verb, reason }: Origin,
): string {
  if (!history.known) return `who ${verb} it is not known: ${printClause(history.because)}`;
  const found = history.value.findLast(isIt);
  if (!found)
    return historyIsWhole ? 'it was there from the beginning' : `who ${verb} it lies further back than was read`;
  const day = found.at.slice(0, 10);
  if (!found.by.own) return `${codeSpan(found.by.login)} ${verb} it on ${day}`;
  return `Remit ${verb} it on ${day}${reason === null ? '' : `, since ${printClause(reason)}`}`;
}

const sources = (cites: Parameters<typeof printCitation>[0][]): string =>
  cites.length > 0 ? ` (${cites.map(printCitation).join(', ')})` : '';
