import type { Severity } from '../model/finding.ts';
import type { Rule } from './rule.ts';
import { rulePage } from './rule-page.ts';
import { rules } from './rules/index.ts';

/** SARIF 2.1.0, section 3.27.10, “level property”. */
export const sarifLevels: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** How GitHub sorts alerts that are about no security; source: “SARIF support for code scanning”. */
const problemSeverities: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'recommendation' };

/** All rules as SARIF describes them, in the order that {@link sarifRuleIndex} counts. */
export const sarifRules = (): object[] => Object.entries(rules).map(([id, rule]) => sarifRule(id, rule));

/** @returns -1 for a finding that is of no rule, as SARIF has it. */
export const sarifRuleIndex = (id: string): number => Object.keys(rules).indexOf(id);

/** SARIF 2.1.0, section 3.49, “reportingDescriptor object”. */
function sarifRule(id: string, { summary, why, severity }: Rule): object {
  return {
    id,
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\nTo silence it on the next line: <!-- remit-disable-next-line ${id} -->\n\n${rulePage(id)}`,
      markdown: [
        why,
        `To silence it on the next line: \`<!-- remit-disable-next-line ${id} -->\``,
        `[Examples of what it finds and what it lets pass](${rulePage(id)})`,
      ].join('\n\n'),
    },
    helpUri: rulePage(id),
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: { tags: ['governance'], 'problem.severity': problemSeverities[severity] },
  };
}
