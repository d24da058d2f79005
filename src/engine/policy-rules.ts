import { z } from 'zod';
import type { Rule } from '../governance/rule.ts';
import { rules } from '../governance/rules/index.ts';
import { unusedDisable } from '../governance/unused-disable.ts';
import { severities } from '../model/finding.ts';

const levels = z.enum(['off', ...severities]);
const levelWords = ['off', ...severities].map((level) => `\`${level}\``).join(', ');

type Words = Pick<Rule, 'summary' | 'severity' | 'options'>;

/** The settings of a rule under `check.rules`: a severity alone, or a block with its options. */
function settingOf({ summary, severity, options }: Words) {
  const block = z.strictObject({
    severity: levels.optional().describe('How bad a finding of this rule is.'),
    except: z
      .array(z.string().min(1).max(200))
      .max(200)
      .optional()
      .describe('Texts: a finding that stands at one of them, or names it, is let be.'),
    ...options?.shape,
  });
  return z
    .union([levels, block], { error: `${levelWords} or a block of its options` })
    .optional()
    .meta({ description: `${summary}.`, default: severity });
}

/** By rule id. */
export const ruleSettings = () =>
  Object.fromEntries(
    Object.entries<Words>({ ...rules, [unusedDisable.id]: unusedDisable }).map(([id, words]) => [id, settingOf(words)]),
  );
