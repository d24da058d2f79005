import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { mergeSeats } from '../../src/governance/merge-seats.ts';
import { readCharter, readDocument } from '../../src/governance/read.ts';

interface Case {
  id: string;
  document: string;
  format: string;
  groups: string[];
  leads: { name: string; handle: string | null; company: string | null; groups: string[] }[];
}

const corpus = '../shared/corpus';
const ourFormats: Record<string, string> = {
  'istio-two-tables': 'two-tables',
  'leads-in-row': 'leads-in-row',
  'section-per-group': 'section-per-group',
  'section-with-tables': 'section-with-tables',
  'sigs-yaml': 'sigs-yaml',
};
const present = existsSync(`${corpus}/manifest.json`);
const cases: Case[] = present ? JSON.parse(readFileSync(`${corpus}/manifest.json`, 'utf8')) : [];

describe('real governance documents', () => {
  if (!present) it.skip('are not here: the corpus stands beside the project only where it is developed', () => {});

  const readable = cases.filter((each) => each.format in ourFormats);
  (present ? it.each(readable) : it.skip.each([]))('$id has exactly its groups and leads', (each: Case) => {
    const text = readFileSync(`${corpus}/${each.id}/${each.document}`, 'utf8');
    const { format, charter } = readCharter(readDocument({ path: each.document, text }));
    expect(format).toBe(ourFormats[each.format]);
    expect(charter.groups.filter((group) => !group.retired).map((group) => group.name)).toEqual(each.groups);
    expect(
      mergeSeats(charter.leads)
        .filter((lead) => !lead.retired)
        .map(({ name, handle, company, seats }) => ({
          name,
          handle,
          company,
          groups: seats.map((seat) => seat.text),
        })),
    ).toEqual(each.leads.map(({ name, handle, company, groups }) => ({ name, handle, company, groups })));
  });
});
