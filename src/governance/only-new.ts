import type { CheckOutcome } from './reporter.ts';

/** @returns the outcome without the findings that the base has too; all of it where nothing was compared. */
export function onlyNew({ files, counts }: CheckOutcome): CheckOutcome {
  const left = files.map((file) => ({ ...file, findings: file.findings.filter((finding) => finding.new !== false) }));
  const findings = left.flatMap((file) => file.findings);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {
    files: left,
    counts: { ...counts, error: count('error'), warning: count('warning'), info: count('info') },
  };
}
