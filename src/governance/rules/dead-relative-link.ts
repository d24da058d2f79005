import type { Link } from '../../model/charter.ts';
import type { Tree } from '../../model/tree.ts';
import { quote } from '../../text/escape.ts';
import { isDeadFragment, nearestFragments } from '../fragments.ts';
import type { Project } from '../project.ts';
import { relativeLinks } from '../relative-links.ts';
import type { Report, Rule } from '../rule.ts';
import { namesakes, relativePath } from '../tree-paths.ts';

export default {
  summary: 'Every relative link leads to a file of the repository',
  why: 'A file that was moved leaves links behind that end at a page that says 404.',
  severity: 'error',
  across({ project }, report) {
    const { tree } = project;
    if (!tree) return;
    for (const { file, link, path } of relativeLinks(project)) {
      if (tree.existing.has(path)) reportFragment(link, { path, from: file.path, project }, report);
      else reportDead(link, { path, from: file.path, tree }, report);
    }
  },
  examples: [
    {
      name: 'files, a folder, a path from the root, another repository',
      path: 'docs/WORKING-GROUPS.md',
      document:
        '[a](../README.md) [b](charters/) [c](/README.md#octo) [d](../../issues) ![e](octo.png) [f](https://example.org)\n',
      files: { 'README.md': '# Octo\n', 'docs/charters/docs.md': '# Docs\n', 'docs/octo.png': '' },
      findings: [],
    },
    { name: 'a tree that is not known', document: '[a](nowhere.md)\n', findings: [] },
    {
      name: 'a file that was moved',
      path: 'docs/WORKING-GROUPS.md',
      document: 'See [how to](CONTRIBUTING.md).\n',
      files: { 'CONTRIBUTING.md': '# How to\n' },
      findings: [
        {
          line: 1,
          columns: [5, 30],
          message: 'there is no “docs/CONTRIBUTING.md” in the repository',
          expected: ['../CONTRIBUTING.md'],
        },
      ],
    },
    {
      name: 'an image that is gone',
      document: '![Octo](octo.png)\n',
      files: { 'README.md': '' },
      findings: [{ line: 1, columns: [1, 18], message: 'there is no “octo.png” in the repository', expected: [] }],
    },
    {
      name: 'a heading that another file has not',
      document: '[the terms](ROLES.md#termz)\n',
      files: { 'ROLES.md': '# Roles\n\n## Terms\n' },
      findings: [
        {
          line: 1,
          columns: [1, 28],
          message: '“ROLES.md” has neither a heading nor an anchor “#termz”',
          expected: ['#terms'],
        },
      ],
    },
    {
      name: 'the charter of a group in YAML',
      path: 'sigs.yaml',
      document: 'sigs:\n- dir: sig-docs\n  name: Docs\n  charter_link: charter.md\n  leadership:\n    chairs: []\n',
      files: { 'README.md': '' },
      findings: [
        { line: 4, columns: [17, 27], message: 'there is no “sig-docs/charter.md” in the repository', expected: [] },
      ],
    },
  ],
} satisfies Rule;

function reportDead(
  { at }: Link,
  { path, from, tree }: { path: string; from: string; tree: Tree },
  report: Report,
): void {
  const [namesake, ...others] = namesakes(path, tree);
  const expected = namesake !== undefined && others.length === 0 ? [relativePath(from, namesake)] : [];
  report(at, `there is no ${quote(path)} in the repository`, { expected });
}

function reportFragment(
  { url, at }: Link,
  { path, from, project }: { path: string; from: string; project: Project },
  report: Report,
): void {
  const fragment = /#.*$/.exec(url)?.[0];
  const other = project.files.find((file) => file.path === path)?.document;
  if (fragment === undefined || path === from || other?.kind !== 'markdown' || !isDeadFragment(fragment, other)) return;
  const message = `${quote(path)} has neither a heading nor an anchor ${quote(fragment)}`;
  report(at, message, { expected: nearestFragments(fragment, other) });
}
