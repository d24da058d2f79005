import { z } from 'zod';
import type { Charter, Group } from '../../model/charter.ts';
import { quote } from '../../text/escape.ts';
import { citeGroup } from '../cite.ts';
import { exampleCharter } from '../example.ts';
import { conflict, met, missing, notKnown, quoteList } from '../judgement.ts';
import { type Ownership, someLabels } from '../owners.ts';
import { typedFor } from '../remedies.ts';
import type { Case, Requirement } from '../requirement.ts';

const options = z.strictObject({
  'exactly-one': z.boolean().default(false).describe('Whether labels of several groups are a conflict.'),
});
type Options = z.output<typeof options>;

const label = (name: string) => ({ id: `L_${name}`, name });

export default {
  summary: 'A label says which group owns the issue',
  why: 'An issue without an owner is nobody’s: no lead looks for it, and no queue holds it.',
  options,
  standard: true,
  judge({ issue, charter, ownership, policy, links, options }: Case<Options>) {
    if (!ownership.known) return notKnown(ownership.because);
    const { owners, readings } = ownership.value;
    if (options['exactly-one'] && owners.length > 1) {
      const cites = owners.flatMap((group) => citeGroup(group, links));
      return conflict(`${owners.length} groups own it: ${quoteNames(owners)}`, {
        remedy: 'leave the labels of one',
        cites,
      });
    }
    const led = owners.filter((group) => isLed(group, charter));
    if (led.length > 0)
      return met(printReadings(readings, led), { cites: led.flatMap((group) => citeGroup(group, links)) });

    if (owners.length > 0) {
      const cites = owners.flatMap((group) => citeGroup(group, links));
      const remedy = `name a lead in ${owners[0]!.at.path}, or add the label of another group`;
      return conflict(`${quoteNames(owners)} ${owners.length === 1 ? 'has' : 'have'} no lead`, { remedy, cites });
    }
    const some = someLabels(charter, policy.charter);
    const typed = (labels: string[]) => typedFor(labels, { issue, policy });
    const remedy =
      typed(some) ?? `add the label of a group${some.length > 0 ? `, such as ${quoteList(some, 'or')}` : ''}`;
    return conflictOfOthers(ownership.value, { remedy, links, typed }) ?? missing('no label names a group', { remedy });
  },
  examples: [
    {
      name: 'the label of a group',
      charter: exampleCharter,
      issue: { labels: [label('area/networking')] },
      status: 'met',
      message: '“Networking”',
    },
    {
      name: 'the label of an area of a group',
      charter: exampleCharter,
      issue: { labels: [label('area/networking-control-plane')] },
      status: 'met',
      message: '“Networking” (“Control Plane”)',
    },
    {
      name: 'the labels of two groups, of which one has a lead',
      charter: exampleCharter,
      issue: { labels: [label('area/security'), label('area/networking')] },
      status: 'met',
      message: '“Networking”',
    },
    {
      name: 'the labels of two groups, where exactly one is to own it',
      charter: exampleCharter,
      issue: { labels: [label('area/security'), label('area/networking-control-plane')] },
      options: { 'exactly-one': true },
      status: 'conflict',
      message: '2 groups own it: “Networking” and “Security”',
    },
    {
      name: 'no label of a group',
      charter: exampleCharter,
      issue: { labels: [label('bug')] },
      status: 'missing',
      message: 'no label names a group',
    },
    {
      name: 'a label that is shaped like a group’s, but none answers to it',
      charter: exampleCharter,
      issue: { labels: [label('area/netwroking')] },
      status: 'conflict',
      message: '“area/netwroking” names no group',
    },
    {
      name: 'the label of a retired group',
      charter: exampleCharter,
      issue: { labels: [label('area/config')] },
      status: 'conflict',
      message: '“area/config” names “Config”, which is retired',
    },
    {
      name: 'the label of a group without a lead',
      charter: exampleCharter,
      issue: { labels: [label('area/security')] },
      status: 'conflict',
      message: '“Security” has no lead',
    },
    {
      name: 'no governance document to be read',
      issue: { labels: [label('area/networking')] },
      status: 'unknown',
      message: 'no governance document was read',
    },
  ],
} satisfies Requirement<Options>;

/** The labels that lead nowhere are told only where none leads to an owner: an owned issue is in order. */
function conflictOfOthers(
  { retired, strays }: Ownership,
  { remedy, links, typed }: { remedy: string; links: Record<string, string>; typed(labels: string[]): string | null },
) {
  const [gone] = retired;
  if (gone) {
    const message = `${quote(gone.label)} names ${quote(gone.group.name)}, which is retired`;
    return conflict(message, { remedy, cites: citeGroup(gone.group, links) });
  }
  if (strays.length === 0) return null;
  const nearest = [...new Set(strays.flatMap((stray) => stray.nearest))];
  const message = `${quoteList(
    strays.map((stray) => stray.label),
    'and',
  )} ${strays.length === 1 ? 'names' : 'name'} no group`;
  const instead =
    nearest.length > 0 ? `${typed(nearest.slice(0, 3)) ?? `add ${quoteList(nearest, 'or', 3)}`} instead` : null;
  return conflict(message, { remedy: instead ?? remedy });
}

function printReadings(readings: Ownership['readings'], groups: Group[]): string {
  return groups
    .map((group) => {
      const areas = readings.flatMap((reading) => (reading.group === group && reading.area ? [reading.area] : []));
      return areas.length > 0 ? `${quote(group.name)} (${quoteList(areas, 'and')})` : quote(group.name);
    })
    .join(', ');
}

const quoteNames = (groups: Group[]): string =>
  quoteList(
    groups.map((group) => group.name),
    'and',
  );

/** A lead of an area counts as a lead of its group. Where the document names no leads, their absence says nothing. */
function isLed(group: Group, { leads, namesLeads }: Charter): boolean {
  if (!namesLeads) return true;
  return leads.some((lead) => !lead.retired && lead.seats.some((seat) => seat.group === group.slug));
}
