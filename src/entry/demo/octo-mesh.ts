import type { Seed } from '../../emulator/seed.ts';

/** Where the demo plays. */
export const repository = { owner: 'octo-mesh', repo: 'mesh' };

export const charterPath = 'WORKING-GROUPS.md';
const configurationPath = '.github/remit.yml';

const groups: [name: string, about: string][] = [
  ['Config', 'Configuration, its formats and its distribution'],
  ['Docs', 'User documentation'],
  ['Networking', 'Traffic, protocols, proxies'],
  ['User Experience', 'The command line and the API'],
];

const leads: [login: string, name: string, company: string, seats: string][] = [
  ['octo-lead-1', 'Octo Lead One', 'Octo Inc', 'Networking'],
  ['octo-lead-2', 'Octo Lead Two', 'Octo Labs', 'Networking - Data Plane, Docs'],
  ['octo-lead-3', 'Octo Lead Three', 'Octo Inc', 'Config'],
  ['octo-lead-4', 'Octo Lead Four', 'Octo Labs', 'User Experience'],
];

/** A table of groups and a table of leads, as a large project writes them. */
export const charter = `# Octo Mesh working groups

The current working groups are:

| Group | Design Docs | Discussion Forum | Slack Channel | Meeting Notes | Description
|-------|-------------|------------------|---------------|---------------|------------
${groups.map(printGroup).join('\n')}

## Working group leads

&nbsp; | Name | Company | Groups
-------|------|---------|-------
${leads.map(([login, name, company, seats]) => `&nbsp; | [${name}](https://github.com/${login}) | ${company} | ${seats}`).join('\n')}
`;

/** The demo can't wait a day: the checklist appears at once. */
export const configuration = `charter:
  documents: [${charterPath}]
  label: area/{group}
triage:
  patience: 0s
  requirements:
    priority:
      values: [P0, P1, P2]
`;

export const octoMesh: Seed = {
  app: { slug: 'remit', name: 'Remit' },
  users: ['octo-user-1', 'octo-user-2', ...leads.map(([login]) => login)].map((login) => ({ login })),
  organizations: [{ login: repository.owner, members: leads.map(([login]) => login) }],
  repositories: [
    {
      owner: repository.owner,
      name: repository.repo,
      files: { [charterPath]: charter, [configurationPath]: configuration, 'README.md': '# Octo Mesh\n' },
      labels: ['area/config', 'area/docs', 'area/networking', 'area/user-experience', 'P0', 'P1', 'P2'],
      milestones: ['1.4', '1.5'],
      collaborators: {
        'octo-user-1': 'triage',
        'octo-lead-2': 'write',
        'octo-lead-3': 'write',
        'octo-lead-4': 'write',
      },
    },
  ],
};

function printGroup([name, about]: [string, string]): string {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  const cells = [
    `[Folder](https://docs.example.org/folders/${slug})`,
    `[Forum](https://forum.example.org/c/${slug})`,
    `[#${slug}](https://octo-mesh.example.org/messages/${slug})`,
    `[Notes](https://docs.example.org/notes/${slug})`,
  ];
  return `| ${name} | ${cells.join(' | ')} | ${about}`;
}
