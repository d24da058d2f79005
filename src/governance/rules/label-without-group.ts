import type { Group } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { indexLabels, type LabelIndex } from '../../text/label-index.ts';
import { foldLabel } from '../../text/label-pattern.ts';
import { twoTables } from '../example-documents.ts';
import { githubSays } from '../example-github.ts';
import type { Rule } from '../rule.ts';

const document = twoTables({});
const policy = { label: ['area/{group}'], aliases: { 'area/net': 'Networking' } };

export default {
  summary: 'Every label that is shaped like a group’s names a group, an area or an alias',
  why: 'An issue that gets such a label looks as if somebody were looking after it, and goes to nobody.',
  severity: 'warning',
  needs: 'github',
  across({ project: { charter, onGitHub, policy } }, report) {
    const [first] = charter.groups;
    if (!onGitHub?.labels.known || !first) return;
    const index = indexLabels(charter, policy);
    const aliases = new Set(Object.keys(policy.aliases).map(foldLabel));
    for (const label of onGitHub.labels.value) {
      const read = index.read(label);
      // An alias that names no group is wrong in the configuration, where another rule tells of it.
      if (!read || !('nearest' in read) || aliases.has(foldLabel(label))) continue;
      const { nearest, isAmbiguous } = read;
      const named = isAmbiguous ? 'areas of several groups' : 'no group';
      const at = groupOf(nearest, index)?.at ?? first.at;
      report(at, `the label ${quote(label)} names ${named}`, { expected: nearest });
    }
  },
  examples: [
    {
      name: 'labels of a group, of an alias, and of something else',
      document,
      policy,
      onGitHub: githubSays({ labels: ['area/docs', 'Area/Net', 'area/networking', 'P0'] }),
      findings: [],
    },
    {
      name: 'groups’ labels that are their names alone, a shape that any label has',
      document,
      onGitHub: githubSays({ labels: ['Docs', 'good first issue'] }),
      findings: [],
    },
    { name: 'the labels are not known', document, policy, onGitHub: githubSays({}), findings: [] },
    {
      name: 'a label whose group is spelled otherwise',
      document,
      policy,
      onGitHub: githubSays({ labels: ['area/docs', 'area/netwroking'] }),
      findings: [
        {
          line: 6,
          columns: [3, 13],
          message: 'the label “area/netwroking” names no group',
          expected: ['area/networking'],
        },
      ],
    },
    {
      name: 'a label of no group at all, told at the first one',
      document,
      policy,
      onGitHub: githubSays({ labels: ['area/docs', 'area/quantum'] }),
      findings: [{ line: 5, message: 'the label “area/quantum” names no group', expected: [] }],
    },
    {
      name: 'a label of an area that two groups have',
      document: twoTables({
        leads: [
          ['octo-lead-2', 'Networking - Tests'],
          ['octo-lead-3', 'Security - Tests'],
        ],
      }),
      policy,
      onGitHub: githubSays({ labels: ['area/tests'] }),
      findings: [
        {
          line: 6,
          message: 'the label “area/tests” names areas of several groups',
          expected: ['area/networking-tests', 'area/security-tests'],
        },
      ],
    },
  ],
} satisfies Rule;

function groupOf([label]: string[], index: LabelIndex): Group | null {
  const read = label === undefined ? null : index.read(label);
  return read && 'group' in read ? read.group : null;
}
