import { z } from 'zod';
import type { Artifact, Group } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { nameKey } from '../../text/names.ts';
import { aDocument } from '../example-documents.ts';
import { listed } from '../printed-message.ts';
import type { Rule } from '../rule.ts';

const options = z.strictObject({
  optional: z
    .array(z.string().max(200))
    .max(100)
    .default([])
    .describe('Artifacts that a group may do without, by the name of their column or row.'),
});

const table = (...cells: string[]) =>
  aDocument('| Group | Notes |', '| --- | --- |', ...cells.map((cell, index) => `| Group ${index + 1} | ${cell} |`));
const notes = '[Notes](https://notes.example.org)';

export default {
  summary: 'A group has what the other groups have, or says that it has none',
  why: 'Newcomers look for the meeting, the notes or the channel, find an empty cell, and don’t know whether there is none or nobody wrote it down. `n/a` is an answer.',
  severity: 'info',
  options,
  check({ charter, options: { optional } }, report) {
    const active = charter.groups.filter((group) => !group.retired);
    const usual = usualArtifacts(active);
    for (const name of optional) usual.delete(keyOf(name));
    for (const group of active) {
      const open = group.artifacts.filter((artifact) => isOpen(artifact) && usual.has(keyOf(artifact.name)));
      const [first, ...more] = open;
      if (!first) continue;
      const said = first.text === '' ? 'nothing' : quote(first.text);
      const names = listed(open.map(({ name }) => quote(name)));
      report(first.at, `${quote(group.name)} has ${said} for ${names}, which the other groups have`, {
        related: more.map(({ name, at }) => ({ at, message: `${quote(name)} is open too` })),
      });
    }
  },
  examples: [
    { name: 'an answer that says none', document: table(notes, notes, notes, 'n/a'), findings: [] },
    { name: 'what hardly any group has', document: table(notes, '', 'TBD', ''), findings: [] },
    {
      name: 'what all the others have',
      document: table(notes, notes, notes, 'TBD'),
      findings: [
        { line: 6, columns: [13, 16], message: '“Group 4” has “TBD” for “Notes”, which the other groups have' },
      ],
    },
    {
      name: 'an empty cell',
      document: table(notes, notes, notes, ''),
      findings: [{ line: 6, message: '“Group 4” has nothing for “Notes”, which the other groups have' }],
    },
    {
      name: 'an artifact that a project lets its groups do without',
      document: table(notes, notes, notes, ''),
      options: { optional: ['notes'] },
      findings: [],
    },
  ],
} satisfies Rule<z.infer<typeof options>>;

/** `Slack Channels` and `Slack Channel` are one thing. */
const keyOf = (name: string): string => nameKey(name).replace(/s$/, '');

const isOpen = ({ text, links }: Artifact): boolean =>
  links.length === 0 && /^(?:tbd|tba|todo|\?*)$/i.test(text.trim());

/** Artifacts that at least two groups have, and two in three of those that may lack it. */
function usualArtifacts(groups: Group[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { artifacts } of groups) {
    const filled = new Set(artifacts.filter((artifact) => !isOpen(artifact)).map(({ name }) => keyOf(name)));
    for (const key of filled) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isUsual = (count: number) => count >= 2 && count * 3 >= (groups.length - 1) * 2;
  return new Set([...counts].filter(([, count]) => isUsual(count)).map(([key]) => key));
}
