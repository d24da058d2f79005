import { z } from 'zod';
import { closingReasons, reactions } from '../model/plan.ts';

export const because = z.string().describe('Why, in one clause');

const names = z.array(z.string());
const body = z.string().nullable().describe('`null` takes the comment away');
const issue = z.strictObject({ owner: z.string(), repository: z.string(), number: z.int().positive() });
const repository = z.strictObject({ owner: z.string(), name: z.string() });
const nodeId = z.string().describe('A node id of GitHub’s');

/** Shape of an effect of a plan. */
export const effectSchema = z.union([
  z.strictObject({
    do: z.literal('label'),
    add: names,
    remove: names,
    because,
    instead: z.string().optional().describe('The label that stands in the place of those that are taken off'),
    own: z.literal(true).optional().describe('Labels of Remit’s own: made where the repository has none'),
  }),
  z.strictObject({ do: z.literal('milestone'), title: z.string().nullable().describe('`null` clears it'), because }),
  z.strictObject({ do: z.literal('checklist'), body, because }),
  z.strictObject({ do: z.literal('reopen-milestone'), number: z.int().positive(), title: z.string(), because }),
  z.strictObject({ do: z.literal('state'), to: z.literal('open'), because }),
  z.strictObject({
    do: z.literal('state'),
    to: z.literal('closed'),
    as: z.enum(closingReasons),
    of: issue.nullable().describe('The issue that it repeats'),
    because,
  }),
  z.strictObject({ do: z.literal('title'), title: z.string(), because }),
  z.strictObject({ do: z.literal('parent'), issue: issue.nullable().describe('`null` clears it'), because }),
  z.strictObject({ do: z.literal('assign'), add: names, remove: names, because }),
  z.strictObject({
    do: z.literal('roll-over'),
    from: z.strictObject({ number: z.int().positive(), title: z.string() }),
    to: z.string().describe('The title of the milestone'),
    because,
  }),
  z.strictObject({ do: z.literal('transfer'), to: repository, because }),
  z.strictObject({
    do: z.literal('react'),
    to: nodeId,
    with: z.enum(reactions).nullable(),
    instead: z.enum(reactions).nullable(),
    because,
  }),
  z.strictObject({
    do: z.literal('create-label'),
    name: z.string(),
    color: z.string().describe('Six hexadecimal digits'),
    description: z.string(),
    because,
  }),
  z.strictObject({ do: z.literal('assign-one'), of: names.describe('In turn: the first who can be is'), because }),
  z.strictObject({
    do: z.literal('notify'),
    group: z.string().describe('Slug of the group that is told'),
    body: z.string(),
    because,
  }),
  z.strictObject({ do: z.literal('reply'), in: nodeId.nullable(), body, because }),
]);
