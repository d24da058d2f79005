import { z } from 'zod';
import { seedSchema } from '../../emulator/seed-schema.ts';
import { gateSchema } from '../../engine/gate.ts';
import { impactSchema } from '../../engine/impact-json.ts';
import { policySchema } from '../../engine/policy.ts';
import { rolloverSchema } from '../../engine/rollover.ts';
import { sweepReportSchema } from '../../engine/sweep-report.ts';
import { charterSchema } from '../../governance/charter-json.ts';
import { checkSchema } from '../../governance/check-schema.ts';
import { commandListSchema, commandsSchema } from '../../triage/commands-json.ts';
import { epicsSchema } from '../../triage/epics/epics-json.ts';
import { reportSchema } from '../../triage/report/report.ts';
import { storySchema } from '../../triage/story-json.ts';
import { triageSchema } from '../../triage/triage-json.ts';
import { inboxSchema } from './inbox-json.ts';
import { sweepsSchema } from './sweeps-json.ts';

/** The JSON schemas that are published under `schema/`, by name. */
export function publishedSchemas(): Record<string, unknown> {
  return {
    remit: policySchema(),
    check: z.toJSONSchema(checkSchema),
    inbox: z.toJSONSchema(inboxSchema),
    gate: z.toJSONSchema(gateSchema),
    explain: z.toJSONSchema(storySchema),
    charter: z.toJSONSchema(charterSchema),
    epics: z.toJSONSchema(epicsSchema),
    impact: z.toJSONSchema(impactSchema),
    report: z.toJSONSchema(reportSchema),
    rollover: z.toJSONSchema(rolloverSchema),
    seed: seedSchema(),
    sweep: z.toJSONSchema(sweepReportSchema),
    sweeps: z.toJSONSchema(sweepsSchema),
    commands: z.toJSONSchema(commandListSchema),
    parse: z.toJSONSchema(commandsSchema),
    triage: z.toJSONSchema(triageSchema),
  };
}
