import type { Charter } from '../../model/charter.ts';
import type { Change, IssueFacts } from '../../model/facts.ts';
import { printCitation, printClause } from '../../text/clause.ts';
import { codeSpan } from '../../text/escape.ts';
import { sameOnGitHub } from '../../text/github-names.ts';
import { indexLabels } from '../../text/label-index.ts';
import { citeGroup } from '../cite.ts';
import type { Command, CommandCase } from '../command.ts';
import { decide } from '../decide.ts';
import { say } from '../outcome.ts';

export default {
  usage: ['/why'],
  summary: 'Says which facts and which rule gave each label and each line of the checklist',
  why: 'Who is told what to do may ask on what ground, and check it.',
  who: ['anyone'],
  obey(asked) {
    const { verdicts, hold } = decide(asked);
    return say(
      ...asked.issue.labels.map(({ name }) => `- the label ${codeSpan(name)} ${labelWords(name, asked)}`),
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
      name: 'a charter that can’t be read',
      comment: '/why',
      issue: { labels: [{ id: 'L_1', name: 'bug' }], history: { known: false, because: 'the timeline can’t be read' } },
      says: ['- the label `bug` names no group; who added it is not known: the timeline can’t be read'],
    },
  ],
} satisfies Command;

function labelWords(label: string, { charter, policy, links, issue }: CommandCase): string {
  const names = charter.known
    ? groupWords(label, charter.value, { naming: policy.charter, links })
    : `may name a group: ${printClause(charter.because)}`;
  return `${names}; ${originWords(label, issue)}`;
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

function originWords(label: string, { history, historyIsWhole }: IssueFacts): string {
  if (!history.known) return `who added it is not known: ${printClause(history.because)}`;
  const isIt = (change: Change) => change.what === 'labeled' && sameOnGitHub(change.label, label);
  const added = history.value.findLast(isIt);
  if (!added)
    return historyIsWhole ? 'it was there from the beginning' : 'who added it lies further back than was read';
  return `${added.by.own ? 'Remit' : codeSpan(added.by.login)} added it on ${added.at.slice(0, 10)}`;
}

const sources = (cites: Parameters<typeof printCitation>[0][]): string =>
  cites.length > 0 ? ` (${cites.map(printCitation).join(', ')})` : '';
