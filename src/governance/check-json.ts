import type { Finding } from '../model/finding.ts';
import type { CheckJson } from './check-schema.ts';
import { printedMessage } from './printed-message.ts';
import type { CheckOutcome } from './reporter.ts';

/** @returns the outcome in its published shape, `schema/check.json`. */
export function checkJson({ files, counts }: CheckOutcome): CheckJson {
  return {
    files: files.map(({ path, format, findings }) => ({ path, format, findings: findings.map(findingJson) })),
    counts,
  };
}

function findingJson(finding: Finding): CheckJson['files'][number]['findings'][number] {
  const { rule, severity, at, fix, related } = finding;
  return {
    rule,
    severity,
    message: printedMessage(finding),
    line: at.line,
    column: at.column,
    endLine: at.endLine,
    endColumn: at.endColumn,
    new: finding.new,
    fix: fix && { text: fix.text },
    related: related.map((each) => ({ path: each.at.path, line: each.at.line, message: each.message })),
  };
}
