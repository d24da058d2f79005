import { z } from 'zod';
import { sweepReportSchema } from '../../engine/sweep-report.ts';
import { labelChangesSchema } from '../../engine/sweep-state.ts';
import type { KeptSweep } from '../../model/upkeep-ports.ts';

/** Shape of what `remit sweeps --json` prints. */
export const sweepsSchema = z
  .strictObject({
    sweeps: z
      .array(
        z.strictObject({
          id: z.string(),
          installation: z.int(),
          repository: z.string().describe('owner/repo'),
          why: z
            .enum(['schedule', 'installation', 'governance'])
            .describe('Its time had come; the App was installed, and nothing was changed; what governs had changed'),
          began: z.string().describe('ISO 8601'),
          ended: z.string().nullable().describe('ISO 8601; null while it goes on'),
          labels: labelChangesSchema.optional().describe('What became of labels when what governs changed'),
          report: sweepReportSchema
            .nullable()
            .describe('null where an earlier version of Remit kept it in another shape'),
        }),
      )
      .describe('The newest first'),
  })
  .describe('The sweeps of the bot');

export type SweepsJson = z.output<typeof sweepsSchema>;

/** @returns sweeps as `remit sweeps --json` prints them. */
export const sweepsJson = (kept: KeptSweep[]): SweepsJson => ({
  sweeps: kept.map(({ step: _, repository: { owner, name }, report, ...sweep }) => ({
    ...sweep,
    repository: `${owner}/${name}`,
    report: sweepReportSchema.safeParse(report).data ?? null,
  })),
});
