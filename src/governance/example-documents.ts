/** Lines of a document, one an argument. */
export const aDocument = (...lines: string[]): string => `${lines.join('\n')}\n`;

/**
 * A document with a table of groups and one of leads. Groups stand from line 5 on, one a line; leads begin ten lines
 * further down than the last group.
 *
 * With the three groups that it has without others, the leads stand from line 13 on, and columns count as
 * `| &nbsp; | [Octo Lead 1](https://github.com/octo-lead-1) | Octo Inc | Docs |`.
 */
export function twoTables({
  groups = ['Docs', 'Networking', 'Security'],
  leads = [
    ['octo-lead-1', 'Docs'],
    ['octo-lead-2', 'Networking'],
    ['octo-lead-3', 'Security'],
  ],
}: {
  groups?: string[];
  leads?: [handle: string, seats: string][];
}): string {
  return aDocument(
    '# Working groups',
    '',
    '| Group | Forum |',
    '| --- | --- |',
    ...groups.map((name) => `| ${name} | [Forum](https://forum.example.org/c/${name.length}) |`),
    '',
    '## Leads',
    '',
    '| &nbsp; | Name | Company | Groups |',
    '| --- | --- | --- | --- |',
    ...leads.map(
      ([handle, seats]) => `| &nbsp; | [${nameOf(handle)}](https://github.com/${handle}) | Octo Inc | ${seats} |`,
    ),
  );
}

/** A document with one table; its groups stand from line 5 on, one a line. */
export function leadsInRow(rows: [group: string, leads: string][]): string {
  return aDocument(
    '# Working groups',
    '',
    '| Name | Leads | Meetings |',
    '| --- | --- | --- |',
    ...rows.map(([group, leads]) => `| ${group} | ${leads} | [Mondays](https://meet.example.org/${group.length}) |`),
  );
}

/** A document with a list of groups from line 5 on, then a section each. */
export function sections({ list, groups }: { list: string[]; groups: string[] }): string {
  return aDocument(
    '# Working groups',
    '',
    'The current working groups are:',
    '',
    ...list.map((name) => `- ${name}`),
    ...groups.flatMap((name) => ['', `## ${name}`, '', `Mission: Looks after ${name}.`]),
  );
}

/** `octo-lead-1` → `Octo Lead 1` */
const nameOf = (handle: string) => handle.replaceAll('-', ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
