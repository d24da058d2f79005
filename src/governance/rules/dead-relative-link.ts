import { visit } from 'unist-util-visit';
import type { Link } from '../../model/charter.ts';
import type { MarkdownDocument } from '../../text/document.ts';
import { quote } from '../../text/escape.ts';
import { positionsIn } from '../../text/positions.ts';
import { isDeadFragment, nearestFragments } from '../fragments.ts';
import { isMailAddress, lacksScheme } from '../hosts.ts';
import type { Project } from '../project.ts';
import type { Report, Rule } from '../rule.ts';
import { relativePath, type TreePaths, targetPath, treePaths } from '../tree-paths.ts';

export default {
  summary: 'Every relative link leads to a file of the repository',
  why: 'A file that was moved leaves links behind that end at a page that says 404.',
  severity: 'error',
  across({ project }, report) {
    if (!project.tree) return;
    const tree = treePaths(project.tree);
    for (const { path, document, charter } of project.files) {
      const links = document?.kind === 'markdown' ? linksOf(document) : charter.groups.flatMap(linksOfGroup);
      for (const link of links) reportDead(link, { path, tree, project }, report);
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

/** Links and images; those that stand for an address without its scheme are another rule's. */
function linksOf(document: MarkdownDocument): Link[] {
  const positions = positionsIn(document.path, document.text);
  const images: Link[] = [];
  visit(document.tree, 'image', (node) => {
    images.push({ text: node.alt ?? '', url: node.url, at: positions.of(node) });
  });
  return [...document.links.filter((link) => !link.bare), ...images];
}

const linksOfGroup = (group: Project['charter']['groups'][number]): Link[] =>
  group.artifacts.flatMap((artifact) => artifact.links);

function reportDead(
  { url, at }: Link,
  { path: from, tree, project }: { path: string; tree: TreePaths; project: Project },
  report: Report,
): void {
  // What is left of a template in angle brackets is no path.
  if (lacksScheme(url) || isMailAddress(url) || /[<>{}]/.test(url)) return;
  const path = targetPath(url, from);
  if (path === null) return;
  if (!tree.has(path)) {
    const [namesake, ...others] = tree.namesakes(path);
    const expected = namesake !== undefined && others.length === 0 ? [relativePath(from, namesake)] : [];
    report(at, `there is no ${quote(path)} in the repository`, { expected });
    return;
  }
  const fragment = /#.*$/.exec(url)?.[0];
  const other = project.files.find((file) => file.path === path)?.document;
  if (fragment === undefined || path === from || other?.kind !== 'markdown' || !isDeadFragment(fragment, other)) return;
  const message = `${quote(path)} has neither a heading nor an anchor ${quote(fragment)}`;
  report(at, message, { expected: nearestFragments(fragment, other) });
}
