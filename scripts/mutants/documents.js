/**
 * Projects without a single defect, one in each format, with the files that theirs are held against. They are as large as
 * real ones: eight groups, fourteen leads, all artifacts.
 */
const groups = [
  'Build',
  'Documentation',
  'Edge and Gateways',
  'Networking',
  'Observability',
  'Release',
  'Security',
  'Storage',
];
const surnames = [
  'Ant',
  'Bear',
  'Crab',
  'Dove',
  'Eel',
  'Finch',
  'Gnu',
  'Hare',
  'Ibis',
  'Jay',
  'Kiwi',
  'Lynx',
  'Mole',
  'Newt',
];
const leads = surnames.map((surname, index) => ({
  name: `Octo ${surname}`,
  handle: `octo-${surname.toLowerCase()}`,
  company: ['Octo Inc', 'Squid Labs', 'Kraken'][index % 3],
  group: groups[index % groups.length],
}));
/** One person leads two groups. */
leads[13] = { ...leads[0], group: 'Release' };

const slugOf = (name) => name.toLowerCase().replaceAll(' ', '-');
const leadsOf = (group) => leads.filter((lead) => lead.group === group);
const handlesOf = (list) => [...new Set(list.map(({ handle }) => handle))];
const text = (...lines) => `${lines.flat().join('\n')}\n`;
const profile = ({ handle }) => `https://github.com/${handle}`;

const links = (group, index) => ({
  folder: `[Folder](https://drive.google.com/drive/folders/f${index})`,
  forum: `[Forum](https://discuss.example.org/c/${slugOf(group)})`,
  slack: `[#${slugOf(group)}](https://octo.slack.com/archives/C0${index}ABCDEF)`,
  notes: `[Notes](https://docs.google.com/document/d/notes-${index})`,
  meet: `[Hangouts Meet](https://meet.google.com/abc-${index}-xyz)`,
});

const contents = (headings) => headings.map((heading) => `- [${heading}](#${slugOf(heading)})`);

const prose = [
  'Everybody may join: see [how to contribute](CONTRIBUTING.md), [the terms](docs/ROLES.md#terms) and [the leads](#leads).',
  'All groups meet in a [Zoom call](https://zoom.us/j/12345); its notes are a [Google Doc](https://docs.google.com/document/d/all).',
  'Write to [the stewards](mailto:stewards@example.org). ![The mesh](images/mesh.png)',
];

const around = {
  'CONTRIBUTING.md': text('# Contributing', '', 'Be kind.'),
  'docs/ROLES.md': text('# Roles', '', '## Terms', '', 'A year.'),
  'images/mesh.png': '',
  '.github/remit.yml': text('charter:', '  aliases:', '    net: Networking', '    docs: Documentation'),
};

const people = {
  'org/members.yaml': text('members:', ...handlesOf(leads).map((handle) => `- ${handle}`), '- octo-user-1'),
  'org/teams.yaml': text(
    'teams:',
    team('Working Group Leads', handlesOf(leads), 2),
    ...groups.map((group) => team(`WG - ${group} Maintainers`, [...handlesOf(leadsOf(group)), 'octo-user-1'], 2)),
  ),
};

const peribolos = {
  'peribolos/octo-org.yaml': text(
    'orgs:',
    '  octo-org:',
    '    members:',
    ...handlesOf(leads).map((handle) => `    - ${handle}`),
    '    teams:',
    ...groups.map((group) => team(`${group} WG Leads`, handlesOf(leadsOf(group)), 6)),
  ),
  CODEOWNERS: text('* @octo-org/build-wg-leads', '/docs @octo-org/documentation-wg-leads'),
};

function team(name, members, indent) {
  const blanks = ' '.repeat(indent);
  return [`${blanks}${name}:`, `${blanks}  members:`, ...members.map((member) => `${blanks}  - ${member}`)];
}

function twoTables() {
  return text(
    '# Octo Mesh working groups',
    '',
    ...contents(['Groups', 'Leads', 'Meetings', 'Joining']),
    '',
    ...prose,
    '',
    '## Groups',
    '',
    '| Group | Doc Folder | Forum | Slack Channel | Notes | Meeting Link |',
    '| --- | --- | --- | --- | --- | --- |',
    ...groups.map((group, index) => {
      const { folder, forum, slack, notes, meet } = links(group, index);
      return `| ${group} | ${folder} | ${forum} | ${slack} | ${notes} | ${meet} |`;
    }),
    '',
    '## Leads',
    '',
    '| &nbsp; | Name | Company | Groups |',
    '| --- | --- | --- | --- |',
    ...leads.slice(0, 13).map((lead, index) => {
      const seats = index === 0 ? `${lead.group}, Release` : index === 3 ? `${lead.group} - Data Plane` : lead.group;
      return `| &nbsp; | [${lead.name}](${profile(lead)}) | ${lead.company} | ${seats} |`;
    }),
    '',
    '## Meetings',
    '',
    'Each group meets every second week.',
    '',
    '## Joining',
    '',
    'Come to a meeting.',
  );
}

function leadsInRow() {
  return text(
    '# Octo Mesh working groups',
    '',
    ...prose.map((line) => line.replace(' and [the leads](#leads)', '')),
    '',
    '| Name | Leads | Mailing List | Example Topics | Meetings |',
    '| --- | --- | --- | --- | --- |',
    ...groups.map((group, index) => {
      const names = leadsOf(group).map(({ name, company }) => `${name} (${company})`);
      return `| ${group} | ${names.join(', ')} | [list](https://lists.example.org/${slugOf(group)}) | All of ${group} | ${links(group, index).meet} |`;
    }),
  );
}

function sectionPerGroup() {
  return text(
    '# Octo Mesh working groups',
    '',
    ...prose.map((line) => line.replace(' and [the leads](#leads)', '')),
    '',
    'The current working groups are:',
    '',
    ...groups.map((group) => `- ${group}`),
    ...groups.flatMap((group) => [
      '',
      `## ${group}`,
      '',
      `Mission: Looks after ${slugOf(group)}.`,
      '',
      `Its repositories have the topic \`octo-wg-${slugOf(group)}\`.`,
      '',
      'Technical assets: The repositories with the topic.',
    ]),
  );
}

function sectionWithTables() {
  return text(
    '# Octo Mesh working groups',
    '',
    ...contents(groups),
    '',
    ...groups.flatMap((group, index) => [
      `## ${group}`,
      '',
      `Mission: Looks after ${slugOf(group)}.`,
      '',
      '| Artifact | Link |',
      '| --- | --- |',
      `| Charter | [${slugOf(group)}.md](./${slugOf(group)}.md) |`,
      `| Forum | ${links(group, index).forum} |`,
      `| Meeting | ${links(group, index).meet} |`,
      `| Meeting Notes | ${links(group, index).notes} |`,
      `| Document Folder | ${links(group, index).folder} |`,
      `| Slack Channel | ${links(group, index).slack} |`,
      `| Team | [@octo-org/${slugOf(group)}-wg-leads](https://github.com/orgs/octo-org/teams/${slugOf(group)}-wg-leads) |`,
      '',
      '| &nbsp; | Leads | Company | Profile |',
      '| --- | --- | --- | --- |',
      ...leadsOf(group).map(
        (lead) => `| &nbsp; | ${lead.name} | ${lead.company} | [${lead.handle}](${profile(lead)}) |`,
      ),
      '',
    ]),
  )
    .trimEnd()
    .concat('\n');
}

function charterFile(group) {
  return text(
    `# ${group}: Working Group Charter`,
    '',
    '## Goals',
    '',
    `- Look after ${slugOf(group)}`,
    '',
    '```yaml',
    `name: ${group}`,
    'execution_leads:',
    ...leadsOf(group).flatMap(({ name, handle }) => [`- name: ${name}`, `  github: ${handle}`]),
    'areas:',
    `- name: ${group} core`,
    '```',
  );
}

function sigsYaml() {
  const person = ({ name, handle, company }) => [
    `    - github: ${handle}`,
    `      name: ${name}`,
    `      company: ${company}`,
  ];
  const entry = (group, lists) => [
    `- dir: sig-${slugOf(group)}`,
    `  name: ${group}`,
    '  charter_link: charter.md',
    ...lists,
    `  label: ${slugOf(group)}`,
    '  leadership:',
    '    chairs:',
    ...leadsOf(group).flatMap(person),
    '  meetings:',
    '  - description: Regular Meeting',
    `    url: https://zoom.us/j/${slugOf(group)}`,
    '  contact:',
    `    slack: sig-${slugOf(group)}`,
  ];
  return text(
    'sigs:',
    ...groups.slice(0, 6).map((group) => entry(group, [])),
    'workinggroups:',
    ...groups.slice(6).map((group) => entry(group, ['  stakeholder_sigs:', '  - Build', '  - Networking'])),
  );
}

function sigList() {
  const row = (group) =>
    `|[${group}](sig-${slugOf(group)}/README.md)|${leadsOf(group)
      .map((lead) => `* [${lead.name}](${profile(lead)}), ${lead.company}<br>`)
      .join('')}|* [Slack](https://octo.slack.com/messages/sig-${slugOf(group)})|`;
  return text(
    '<!-- This file is generated from sigs.yaml; do not edit it. -->',
    '# Groups',
    '',
    '| Name | Chairs | Contact |',
    '|------|--------|---------|',
    ...groups.map(row),
  );
}

const inFolder = (folder, make) => Object.fromEntries(groups.map((group) => [folder(group), make(group)]));

/** Files by path, for each format; the document itself comes first. */
export const cleanProjects = {
  'two-tables': { 'WORKING-GROUPS.md': twoTables(), ...people, ...around },
  'leads-in-row': { 'WORKING-GROUPS.md': leadsInRow(), ...around },
  'section-per-group': { 'WORKING-GROUPS.md': sectionPerGroup(), ...around },
  'section-with-tables': {
    'WORKING-GROUPS.md': sectionWithTables(),
    ...inFolder((group) => `${slugOf(group)}.md`, charterFile),
    ...peribolos,
  },
  'sigs-yaml': {
    'sigs.yaml': sigsYaml(),
    'sig-list.md': sigList(),
    ...inFolder(
      (group) => `sig-${slugOf(group)}/README.md`,
      (group) => `# ${group}\n`,
    ),
    ...inFolder(
      (group) => `sig-${slugOf(group)}/charter.md`,
      (group) => `# ${group}\n`,
    ),
  },
};
