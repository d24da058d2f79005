import { type Finding, severities } from '../model/finding.ts';

/** @returns the findings, the worst first and otherwise in their order. */
export const worstFirst = (findings: Finding[]): Finding[] =>
  severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
