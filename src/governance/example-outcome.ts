import type { Finding, Severity } from '../model/finding.ts';
import type { Position } from '../model/position.ts';
import type { CheckedFile, CheckOutcome } from './reporter.ts';

/** A finding for the examples of reporters: all that isn't given is plain. */
export function aFinding(given: Partial<Omit<Finding, 'at'>> & { at?: Partial<Position> } = {}): Finding {
  const { at, ...rest } = given;
  const line = at?.line ?? 5;
  return {
    rule: 'group-without-lead',
    severity: 'warning',
    message: 'nobody leads “Docs”',
    at: { path: 'WORKING-GROUPS.md', line, column: 3, endLine: line, endColumn: 7, offset: 60, endOffset: 64, ...at },
    expected: [],
    fix: null,
    related: [],
    new: null,
    ...rest,
  };
}

/** The outcome of one file with these findings, counted. */
export function anOutcome(findings: Finding[], file: Partial<CheckedFile> = {}): CheckOutcome {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    files: [{ path: 'WORKING-GROUPS.md', format: 'two-tables', findings, text: '', ...file }],
    counts: {
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      new: findings.filter((finding) => finding.new).length,
    },
  };
}
