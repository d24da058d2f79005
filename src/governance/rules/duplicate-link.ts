import type { Group, Link } from '../../model/charter.ts';
import type { MarkdownDocument } from '../../text/document.ts';
import { quote } from '../../text/escape.ts';
import { nameKey } from '../../text/names.ts';
import { aDocument } from '../example-documents.ts';
import { linkKinds } from '../link-kinds.ts';
import type { Report, Rule } from '../rule.ts';

const section = (name: string, artifacts: [name: string, url: string][], handle: string) => [
  `## ${name}`,
  '',
  '| Artifact | Link |',
  '| --- | --- |',
  ...artifacts.map(([artifact, url]) => `| ${artifact} | [Link](https://${url}) |`),
  '',
  '| Leads | Profile |',
  '| --- | --- |',
  `| Octo ${name} | [${handle}](https://github.com/${handle}) |`,
  '',
];

export default {
  summary: 'Two purposes, or a group and one that is no more, have two addresses',
  why: 'An address that was copied along with the row around it goes to somebody else’s meeting, plan or folder.',
  severity: 'warning',
  check({ document, charter }, report) {
    reportPurposes(document, report);
    for (const former of charter.groups.filter((group) => group.retired)) {
      for (const group of charter.groups.filter((each) => !each.retired)) {
        reportInherited(group, former, charter.groups, report);
      }
    }
  },
  examples: [
    {
      name: 'an address that groups share, and one that a retired group handed on',
      document: aDocument(
        '# Groups',
        '',
        ...section(
          'Docs',
          [
            ['Notes', 'octo.example/1'],
            ['Plan', 'octo.example/2'],
          ],
          'octo-lead-1',
        ),
        ...section(
          'Networking',
          [
            ['Notes', 'octo.example/1'],
            ['Plan', 'octo.example/3'],
          ],
          'octo-lead-2',
        ),
        '# Emeritus groups',
        '',
        ...section('Config', [['Plan', 'octo.example/3']], 'octo-lead-3'),
      ),
      findings: [],
    },
    {
      name: 'a call and a document in one sentence',
      document:
        'Join the [Hangouts Meet](https://go.example.org/wg) and read the [Google Doc](https://go.example.org/wg).\n',
      findings: [{ line: 1, columns: [66, 105], message: '“Google Doc” has the same address as “Hangouts Meet”' }],
    },
    {
      name: 'what was copied from a group that is no more',
      document: aDocument(
        '# Groups',
        '',
        ...section(
          'Docs',
          [
            ['Notes', 'octo.example/1'],
            ['Plan', 'octo.example/2'],
          ],
          'octo-lead-1',
        ),
        ...section(
          'Networking',
          [
            ['Notes', 'octo.example/3'],
            ['Plan', 'octo.example/4'],
          ],
          'octo-lead-2',
        ),
        '# Emeritus groups',
        '',
        ...section(
          'Config',
          [
            ['Notes', 'octo.example/1'],
            ['Plan', 'octo.example/2'],
          ],
          'octo-lead-3',
        ),
      ),
      findings: [
        { line: 7, columns: [11, 41], message: '“Notes” of “Docs” is that of “Config”, which is no more' },
        { line: 8, columns: [10, 40], message: '“Plan” of “Docs” is that of “Config”, which is no more' },
      ],
    },
  ],
} satisfies Rule;

/** Two links of one line that promise different kinds of page can't go to the same one. */
function reportPurposes({ links }: MarkdownDocument, report: Report): void {
  const seen = new Map<string, { link: Link; kind: string }>();
  for (const link of links) {
    const kind = linkKinds.find(({ promise }) => promise.test(link.text.trim()))?.name;
    if (kind === undefined || link.url === '') continue;
    const key = `${link.at.line} ${link.url}`;
    const before = seen.get(key);
    if (before && before.kind !== kind) {
      report(link.at, `${quote(link.text)} has the same address as ${quote(before.link.text)}`, {
        related: [{ at: before.link.at, message: 'the same address' }],
      });
    }
    seen.set(key, { link, kind });
  }
}

/** One address may have been handed on; several that no other group has were copied with the section. */
function reportInherited(group: Group, former: Group, all: Group[], report: Report): void {
  const others = new Set(all.filter((each) => each !== group && each !== former).flatMap(urlsOf));
  const shared = group.artifacts.flatMap((artifact) =>
    artifact.links
      .filter(({ url }) => urlsOf(former).includes(url) && !others.has(url) && !isTeam(url))
      .map((link) => ({ artifact, link })),
  );
  const names = new Set(shared.map(({ artifact }) => nameKey(artifact.name)));
  if (names.size < 2) return;
  for (const { artifact, link } of shared) {
    report(
      link.at,
      `${quote(artifact.name)} of ${quote(group.name)} is that of ${quote(former.name)}, which is no more`,
    );
  }
}

const urlsOf = (group: Group): string[] => group.artifacts.flatMap(({ links }) => links.map(({ url }) => url));

/** A team outlives the name of its group; who is in it, the team's file says. */
const isTeam = (url: string): boolean => /\/orgs\/[^/]+\/teams\//.test(url);
