import { z } from 'zod';
import { severities } from '../model/finding.ts';

const related = z.strictObject({
  path: z.string(),
  line: z.int().min(1),
  message: z.string(),
});

const finding = z.strictObject({
  rule: z.string().describe('Id of the rule, as in the reference and in .github/remit.yml'),
  severity: z.enum(severities),
  message: z.string().describe('What is wrong, in one sentence, and what is likely meant'),
  line: z.int().min(1),
  column: z.int().min(1).describe('In UTF-16 units'),
  endLine: z.int().min(1),
  endColumn: z.int().min(1).describe('Exclusive'),
  new: z.boolean().nullable().describe('Whether the base version has no such finding; null where there is no base'),
  fix: z
    .strictObject({ text: z.string().describe('Takes the place of the stretch that the finding is about') })
    .nullable(),
  related: z.array(related),
});

/** What `remit check --json` prints; published as `schema/check.json`. */
export const checkSchema = z
  .strictObject({
    files: z.array(
      z.strictObject({
        path: z.string(),
        format: z.string().nullable().describe('Id of the format that read the file, null where none fits'),
        findings: z.array(finding),
      }),
    ),
    counts: z.strictObject({
      error: z.int().min(0),
      warning: z.int().min(0),
      info: z.int().min(0),
      new: z.int().min(0),
    }),
  })
  .describe('The outcome of `remit check`');

export type CheckJson = z.infer<typeof checkSchema>;
