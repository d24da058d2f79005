import type { WrittenCommand } from '../../model/commands.ts';
import { nameKey } from '../../text/names.ts';
import { nearest } from '../../text/spelling.ts';
import type { Command } from '../command.ts';
import { familyLabels } from '../family-labels.ts';
import { labelsNamed, namesOf, noSuchLabels, setLabels, wrongNumber } from '../labels-named.ts';
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
    const { written, argument, issue, ground, charter, policy } = asked;
    if (!ground.labels.known) return cannotTell(ground.labels.because);
    const all = written.remove ? [...namesOf(issue.labels), ...ground.labels.value] : ground.labels.value;
    const pattern = policy.commands.families[written.name] ?? '';
    const family = familyLabels(all, pattern, { charter, naming: policy.charter });
    const some = family.labels.slice(0, 3).map(family.nameOf);
    const wrong = wrongNumber(written, { expected: some.map((each) => typed(each, written)) });
    if (wrong) return wrong;
    const found = labelsNamed(argument, family.find);
    const [other] = found.others;
    if (other === undefined) return setLabels(found.labels, asked);
    // It may be a name or an alias of a group, which only the charter knows.
    if (!charter.known) return cannotTell(charter.because);
    const groups = charter.value.groups.map((group) => group.name).filter((group) => family.find(group) !== null);
    return refuse(noSuchLabels(found.others.map(family.labelFor)), {
      expected: near(other, [...groups, ...family.labels.map(family.nameOf)]).map((each) => typed(each, written)),
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

const typed = (name: string, { name: family, remove }: WrittenCommand): string =>
  `/${remove ? 'remove-' : ''}${family} ${name}`;

/** Names that are the same but for letter case and hyphens are told once. */
const near = (name: string, known: string[]): string[] =>
  nearest(name, new Map(known.map((each) => [nameKey(each), each])).values());
