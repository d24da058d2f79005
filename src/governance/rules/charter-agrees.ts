import type { Group } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { nameKey, sameName } from '../../text/names.ts';
import { aDocument } from '../example-documents.ts';
import { type GroupCharter, groupCharters } from '../group-charters.ts';
import { handlesOf, leadsOf } from '../leads-of.ts';
import type { Project } from '../project.ts';
import type { Report, Rule } from '../rule.ts';

const section = (name: string, file: string, handle: string) => [
  `## ${name}`,
  '',
  '| Artifact | Link |',
  '| --- | --- |',
  `| Charter | [${file}](./${file}) |`,
  '',
  '| Leads | Profile |',
  '| --- | --- |',
  `| Octo ${name} | [${handle}](https://github.com/${handle}) |`,
  '',
];
const document = aDocument(
  '# Groups',
  '',
  ...section('Docs', 'docs.md', 'octo-lead-1'),
  ...section('Security', 'security.md', 'octo-lead-2'),
);
const charter = (name: string, lead: string) =>
  aDocument(
    '# Charter',
    '',
    '```yaml',
    `name: ${name}`,
    'execution_leads:',
    '- name: Octo',
    `  github: ${lead}`,
    '```',
  );
const security = charter('Security', 'octo-lead-2');

export default {
  summary: 'The charter of a group says what the document says: its name and its leads',
  why: 'Programs read the charter and people the document; whoever is only in one of both leads for half of the world.',
  severity: 'warning',
  across({ project }, report) {
    const { charter: whole } = project;
    if (whole.groups.length === 0) return;
    const described = groupCharters(project);
    for (const each of described) {
      reportName(each, project, report);
      reportLeads(each, project, report);
    }
    const linked = new Set(described.map(({ file }) => file));
    const lists = whole.sources.some(({ format }) => format !== 'charter-file');
    for (const file of project.groupFiles) {
      const [own] = file.charter.groups;
      if (own && lists && !linked.has(file))
        report(own.at, `no group of the document has this charter of ${quote(own.name)}`);
    }
  },
  examples: [
    {
      name: 'the same names and leads',
      document,
      files: { 'docs.md': charter('Docs', 'Octo-Lead-1'), 'security.md': security },
      findings: [],
    },
    {
      name: 'a charter that was copied from another group’s',
      document,
      files: { 'docs.md': charter('Security', 'octo-lead-1'), 'security.md': security },
      findings: [
        {
          path: 'docs.md',
          line: 4,
          columns: [7, 15],
          message: 'this is the charter of “Docs”, and it says “Security”',
          expected: ['Docs'],
        },
      ],
    },
    {
      name: 'a group that its charter calls otherwise',
      document,
      files: { 'docs.md': charter('Documentation', 'octo-lead-1'), 'security.md': security },
      findings: [{ line: 3, columns: [1, 8], message: '“Docs” is called “Documentation” in its charter' }],
    },
    {
      name: 'a lead whom the document does not list',
      document,
      files: { 'docs.md': charter('Docs', 'octo-lead-9'), 'security.md': security },
      findings: [
        { line: 7, columns: [13, 33], message: '“octo-lead-9” leads “Docs” in its charter and is no lead here' },
        { line: 11, columns: [3, 12], message: '“Octo Docs” is no lead in the charter of “Docs”' },
      ],
    },
    {
      name: 'a charter that no group has',
      document,
      files: {
        'docs.md': charter('Docs', 'octo-lead-1'),
        'security.md': security,
        'config.md': charter('Config', 'octo-lead-3'),
      },
      findings: [
        {
          path: 'config.md',
          line: 4,
          columns: [7, 13],
          message: 'no group of the document has this charter of “Config”',
        },
      ],
    },
  ],
} satisfies Rule;

function reportName({ group, own, file }: GroupCharter, { charter }: Project, report: Report): void {
  if (sameName(own.name, group.name)) return;
  const other = charter.groups.find((each) => sameName(each.name, own.name));
  if (other) {
    const related = [{ at: group.at, message: `${quote(group.name)} links this charter` }];
    report(own.at, `this is the charter of ${quote(group.name)}, and it says ${quote(own.name)}`, {
      expected: [group.name],
      related,
    });
    return;
  }
  const at = charter.list?.find((mention) => sameName(mention.name, group.name))?.at ?? group.at;
  report(at, `${quote(group.name)} is called ${quote(own.name)} in its charter`, {
    related: [{ at: own.at, message: `${file.path} says ${quote(own.name)}` }],
  });
}

/** Who leads in execution must be listed; who leads in technique may be, as projects do it either way. */
function reportLeads({ group, file, link }: GroupCharter, { charter }: Project, report: Report): void {
  const [listed, own] = [leadsOf(group, charter), file.charter.leads];
  if (listed.length === 0 || own.length === 0) return;
  const [here, there] = [handlesOf(listed), handlesOf(own)];
  const told = new Set<string>();
  for (const lead of own) {
    const handle = lead.handle?.toLowerCase() ?? null;
    if (handle === null || here.has(handle) || told.has(handle) || isTechnical(lead.role)) continue;
    told.add(handle);
    report(
      link?.at ?? group.at,
      `${quote(lead.handle ?? lead.name)} leads ${quote(group.name)} in its charter and is no lead here`,
      {
        related: [{ at: lead.at, message: `${quote(lead.name)} in the charter` }],
      },
    );
  }
  for (const lead of listed) {
    if (lead.handle === null || there.has(lead.handle.toLowerCase())) continue;
    report(lead.at, `${quote(lead.name)} is no lead in the charter of ${quote(group.name)}`, {
      related: firstOf(file.charter.groups),
    });
  }
}

const isTechnical = (role: string | undefined): boolean => role !== undefined && nameKey(role).startsWith('technical');

const firstOf = (groups: Group[]) => groups.slice(0, 1).map(({ at }) => ({ at, message: 'the charter' }));
