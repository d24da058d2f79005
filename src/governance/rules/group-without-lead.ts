import { quote } from '../../text/escape.ts';
import { leadsInRow, sections, twoTables } from '../example-documents.ts';
import type { Rule } from '../rule.ts';
import { likelyGroup } from '../seat-suggestions.ts';

export default {
  summary: 'Every group has a lead',
  why: 'Issues of a group that nobody leads reach nobody. It goes unseen for years, since the group itself looks well.',
  severity: 'warning',
  across({ project: { charter } }, report) {
    if (!charter.namesLeads) return;
    const active = charter.leads.filter((lead) => !lead.retired).flatMap((lead) => lead.seats);
    // A misspelled seat is told of by another rule; a second finding for the group would say the same.
    const led = new Set(active.map((seat) => seat.group ?? likelyGroup(seat, charter)));
    for (const group of charter.groups) {
      if (!group.retired && !led.has(group.slug)) report(group.at, `nobody leads ${quote(group.name)}`);
    }
  },
  examples: [
    { name: 'a lead a group', document: twoTables({}), findings: [] },
    {
      name: 'the lead of an area is a lead of its group',
      document: twoTables({ groups: ['Networking'], leads: [['octo-lead-1', 'Networking - Data Plane']] }),
      findings: [],
    },
    {
      name: 'a document that names no leads at all',
      document: sections({ list: ['Docs', 'Networking'], groups: ['Docs', 'Networking'] }),
      findings: [],
    },
    {
      name: 'a group that no lead names',
      document: twoTables({ groups: ['Docs', 'Networking'], leads: [['octo-lead-1', 'Networking']] }),
      findings: [{ line: 5, columns: [3, 7], message: 'nobody leads “Docs”' }],
    },
    {
      name: 'a row without leads',
      document: leadsInRow([
        ['Docs', 'Octo One (Octo Inc)'],
        ['Networking', ''],
      ]),
      findings: [{ line: 6, columns: [3, 13], message: 'nobody leads “Networking”' }],
    },
    {
      name: 'a misspelled seat is the seat’s finding, not the group’s',
      document: twoTables({ groups: ['Docs', 'Networking'], leads: [['octo-lead-1', 'Docs, Netwroking']] }),
      findings: [],
    },
  ],
} satisfies Rule;
