import { sameOnGitHub } from '../../text/github-names.ts';
import { fitsGlob } from '../../text/glob.ts';
import { indexLabels } from '../../text/label-index.ts';
import { nameKey } from '../../text/names.ts';
import { nearest } from '../../text/spelling.ts';
import type { Command, CommandCase } from '../command.ts';
import { labelsNamed, namesOf, noSuchLabels, setLabels } from '../labels-named.ts';
import { cannotTell, refuse } from '../outcome.ts';

const lead = { actor: { login: 'octo-lead-1', kind: 'person' as const } };

export default {
  usage: ['/area <name>…', '/remove-area <name>…'],
  summary: 'Sets labels of a family, or takes them off; a group goes by its name, an area or an alias too',
  why: 'Whoever knows whose an issue is can say so without a role on GitHub, in the words of the governance document.',
  who: ['anyone'],
  removes: true,
  servesFamilies: true,
  needs: () => ({ labels: true }),
  obey(asked) {
    const { written, argument, issue, ground, charter } = asked;
    const { labels } = ground;
    if (!labels.known) return cannotTell(labels.because);
    const family = labels.value.filter((label) => isOfFamily(label, asked));
    if (argument === '')
      return refuse('it names no label', {
        expected: family.slice(0, 3).map((each) => typed(nameIn(each, asked), asked)),
      });

    const there = written.remove
      ? [...namesOf(issue.labels).filter((label) => isOfFamily(label, asked)), ...family]
      : family;
    const found = labelsNamed(argument, (words) => labelOf(words, there, asked));
    const [other] = found.others;
    if (other === undefined) return setLabels(found.labels, asked);
    // It may be a name or an alias of a group, which only the charter knows.
    if (!charter.known) return cannotTell(charter.because);
    return refuse(noSuchLabels(found.others.map((each) => labelFor(each, asked))), {
      expected: near(other, family, asked),
    });
  },
  prow: {
    command: '/area, /sig, /wg, /kind, /committee, /language, /remove-area, …',
    difference:
      'Names and aliases of groups count, names may hold blanks, and a name that is none gets a suggestion: people know groups, not labels',
  },
  examples: [
    {
      name: 'a label by its name',
      comment: '/area networking',
      giver: lead,
      effects: [{ do: 'label', add: ['area/networking'], remove: [] }],
    },
    {
      name: 'several, by blanks and commas',
      comment: '/kind bug, docs',
      effects: [{ do: 'label', add: ['kind/bug', 'kind/docs'], remove: [] }],
    },
    {
      name: 'an area by its name in the governance document',
      comment: '/area Control Plane',
      effects: [{ do: 'label', add: ['area/networking-control-plane'], remove: [] }],
    },
    {
      name: 'a label that is taken off',
      comment: '/remove-area networking',
      issue: { labels: [{ id: 'L_1', name: 'area/networking' }] },
      effects: [{ do: 'label', add: [], remove: ['area/networking'] }],
    },
    {
      name: 'a label that is there already',
      comment: '/area Networking',
      issue: { labels: [{ id: 'L_1', name: 'area/networking' }] },
    },
    {
      name: 'a slip of the keys',
      comment: '/area netwroking',
      refused: '“area/netwroking” is no label of this repository',
      expected: ['/area networking'],
    },
    {
      name: 'no name',
      comment: '/kind',
      refused: 'it names no label',
      expected: ['/kind bug', '/kind docs'],
    },
    {
      name: 'labels that can’t be read',
      comment: '/area networking',
      ground: { labels: { known: false, because: 'GitHub does not answer' } },
      unknown: 'GitHub does not answer',
    },
  ],
} satisfies Command;

/** @returns the label of the family that a name makes. */
const labelFor = (name: string, { written, policy }: CommandCase): string =>
  (policy.commands.families[written.name] ?? '*').replace('*', () => name);

const isOfFamily = (label: string, asked: CommandCase): boolean =>
  fitsGlob(label.toLowerCase(), labelFor('*', asked).toLowerCase());

/** @returns the label without what all of its family have in common. */
function nameIn(label: string, asked: CommandCase): string {
  const [before = '', after = ''] = labelFor('*', asked).split('*');
  return label.slice(before.length, label.length - after.length);
}

const typed = (name: string, { written }: CommandCase): string =>
  `/${written.remove ? 'remove-' : ''}${written.name} ${name}`;

/** The label as it was typed, whole or without what is common to the family; else the one that names the same group. */
function labelOf(words: string, there: string[], asked: CommandCase): string | null {
  const label = labelFor(words, asked);
  const exact = there.find((each) => sameOnGitHub(each, label) || sameOnGitHub(each, words));
  if (exact !== undefined || !asked.charter.known) return exact ?? null;
  const index = indexLabels(asked.charter.value, asked.policy.charter);
  const meant = index.read(label);
  if (meant === null || 'nearest' in meant) return null;
  const found = there.find((each) => {
    const named = index.read(each);
    return named !== null && 'group' in named && named.group === meant.group && named.area === meant.area;
  });
  return found ?? null;
}

/** @returns what may have been meant, as one would type it. */
function near(name: string, family: string[], asked: CommandCase): string[] {
  const groups = asked.charter.known ? asked.charter.value.groups.map((group) => group.name) : [];
  const named = groups.filter((group) => labelOf(group, family, asked) !== null);
  const known = new Map(
    [...named, ...family.map((label) => nameIn(label, asked))].map((each) => [nameKey(each), each]),
  );
  return nearest(name, known.values()).map((each) => typed(each, asked));
}
