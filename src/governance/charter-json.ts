import { z } from 'zod';
import type { Charter, Group } from '../model/charter.ts';
import type { Policy } from '../model/policy.ts';
import { labelOfGroup } from '../text/group-label.ts';
import { sameName } from '../text/names.ts';
import { mergeSeats } from './merge-seats.ts';

const slug = z.string().describe('Stable id made from a group’s name');
const line = z.int().positive().describe('Line of the document, from 1');

/** The shape of `remit charter --json`. */
export const charterSchema = z.strictObject({
  path: z.string(),
  format: z.string().nullable().describe('Id of the format that fits; null where none does'),
  groups: z.array(
    z.strictObject({
      name: z.string(),
      slug,
      areas: z.array(z.string()),
      aliases: z.array(z.string()).describe('Other names of the group, from the configuration'),
      leads: z.array(z.string()).describe('Handles, or names where the document gives no handle'),
      label: z.string().nullable().describe('The label that routes issues to the group'),
      line,
    }),
  ),
  leads: z.array(
    z.strictObject({
      name: z.string(),
      handle: z.string().nullable(),
      company: z.string().nullable(),
      seats: z.array(z.strictObject({ group: slug.nullable(), area: z.string().nullable(), text: z.string() })),
      line,
    }),
  ),
  links: z.array(z.strictObject({ group: slug, artifact: z.string(), text: z.string(), url: z.string(), line })),
});

export type CharterJson = z.infer<typeof charterSchema>;

/** @returns a charter in the published shape. */
export function charterJson(
  charter: Charter,
  { path, format, policy }: { path: string; format: string | null; policy: Policy },
): CharterJson {
  return {
    path,
    format,
    groups: charter.groups.map((group) => ({
      name: group.name,
      slug: group.slug,
      areas: group.areas,
      aliases: aliasesOf(group, policy),
      leads: leadsOf(group, charter),
      label: labelOfGroup(policy.charter.label, group),
      line: group.at.line,
    })),
    leads: mergeSeats(charter.leads).map(({ name, handle, company, seats, at }) => ({
      name,
      handle,
      company,
      seats: seats.map(({ group, area, text }) => ({ group, area, text })),
      line: at.line,
    })),
    links: charter.groups.flatMap((group) =>
      group.artifacts.flatMap((artifact) =>
        artifact.links.map(({ text, url, at }) => ({
          group: group.slug,
          artifact: artifact.name,
          text,
          url,
          line: at.line,
        })),
      ),
    ),
  };
}

function leadsOf(group: Group, { leads }: Charter): string[] {
  return mergeSeats(leads)
    .filter((lead) => !lead.retired && lead.seats.some((seat) => seat.group === group.slug))
    .map((lead) => lead.handle ?? lead.name);
}

function aliasesOf(group: Group, { charter }: Policy): string[] {
  return Object.entries(charter.aliases)
    .filter(([, name]) => sameName(name, group.name))
    .map(([alias]) => alias);
}
