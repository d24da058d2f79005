import type { Group } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { labelOfGroup } from '../../text/group-label.ts';
import { indexLabels } from '../../text/label-index.ts';
import { twoTables } from '../example-documents.ts';
import { githubSays } from '../example-github.ts';
import type { Rule } from '../rule.ts';

const document = twoTables({});
const policy = { label: ['area/{group}'] };

export default {
  summary: 'Every group has a label in the repository where most groups have one',
  why: 'An issue is given to a group by its label: a group without one is given none.',
  severity: 'warning',
  needs: 'github',
  across({ project: { charter, onGitHub, policy } }, report) {
    if (!onGitHub?.labels.known) return;
    const index = indexLabels(charter, policy);
    const named = new Set<Group>();
    const misspelled = new Set<Group>();
    for (const label of onGitHub.labels.value) {
      const read = index.read(label);
      if (read && 'group' in read) named.add(read.group);
      // A label that is nearly the group's is told of by itself.
      const meant = read && 'nearest' in read && read.nearest[0] ? index.read(read.nearest[0]) : null;
      if (meant && 'group' in meant) misspelled.add(meant.group);
    }
    const groups = charter.groups.filter((group) => !group.retired);
    const without = groups.filter((group) => !named.has(group));
    // A project that labels by something else than groups has few such labels, and those by chance.
    if (without.length * 2 >= groups.length) return;
    for (const group of without) {
      if (misspelled.has(group)) continue;
      const label = labelOfGroup(policy.label, group);
      const expected = label === null ? [] : [label];
      report(group.at, `no label of the repository names ${quote(group.name)}`, { expected });
    }
  },
  examples: [
    {
      name: 'a label that is misspelled, which is told elsewhere',
      document,
      policy,
      onGitHub: githubSays({ labels: ['area/docs', 'area/netwroking', 'area/security'] }),
      findings: [],
    },
    {
      name: 'a label for each group',
      document,
      policy,
      onGitHub: githubSays({ labels: ['area/docs', 'area/networking', 'area/security', 'P0'] }),
      findings: [],
    },
    {
      name: 'an alias, and an area of the group, which stand for it',
      document: twoTables({ leads: [['octo-lead-1', 'Networking - Data Plane']] }),
      policy: { ...policy, aliases: { handbook: 'Docs' } },
      onGitHub: githubSays({ labels: ['handbook', 'area/data-plane', 'area/security'] }),
      findings: [],
    },
    {
      name: 'a project that has no labels for groups',
      document,
      policy,
      onGitHub: githubSays({ labels: ['bug', 'area/docs'] }),
      findings: [],
    },
    { name: 'the labels are not known', document, policy, onGitHub: githubSays({}), findings: [] },
    {
      name: 'a group without one',
      document,
      policy,
      onGitHub: githubSays({ labels: ['area/docs', 'area/security'] }),
      findings: [
        {
          line: 6,
          columns: [3, 13],
          message: 'no label of the repository names “Networking”',
          expected: ['area/networking'],
        },
      ],
    },
  ],
} satisfies Rule;
