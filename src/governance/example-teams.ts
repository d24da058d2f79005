import { aDocument, twoTables } from './example-documents.ts';

/** Five groups with a lead each, the first of whom leads two. */
export const fiveGroups = twoTables({
  groups: ['Docs', 'Networking', 'Release', 'Security', 'Testing'],
  leads: [
    ['octo-lead-1', 'Docs, Networking'],
    ['octo-lead-2', 'Release'],
    ['octo-lead-3', 'Security'],
    ['octo-lead-4', 'Testing'],
  ],
});

/** A file of teams: the name of each, with its members. */
export function teamsFile(teams: Record<string, string[]>): string {
  return aDocument(
    'teams:',
    ...Object.entries(teams).flatMap(([name, members]) => [
      `  ${name}:`,
      '    members:',
      ...members.map((login) => `    - ${login}`),
    ]),
  );
}

/** The leads' team and a team of maintainers for each of the five groups. */
export const fiveTeams: Record<string, string[]> = {
  'Working Group Leads': ['octo-lead-1', 'octo-lead-2', 'octo-lead-3', 'octo-lead-4'],
  'WG - Docs Maintainers': ['octo-lead-1', 'octo-user-1'],
  'WG - Networking Maintainers': ['octo-lead-1'],
  'WG - Release Maintainers': ['octo-lead-2'],
  'WG - Security Maintainers': ['octo-lead-3'],
  'WG - Testing Maintainers': ['octo-lead-4'],
};
