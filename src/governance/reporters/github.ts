import { type Finding, type Severity, severities } from '../../model/finding.ts';
import { aFinding, anOutcome } from '../example-outcome.ts';
import { printedMessage } from '../printed-message.ts';
import type { Reporter } from '../reporter.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

export default {
  summary: 'For GitHub Actions: workflow commands that become annotations on the lines, errors first',
  print({ files }) {
    const findings = files.flatMap((file) => file.findings);
    return severities
      .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
      .map((finding) => `${printCommand(finding)}\n`)
      .join('');
  },
  examples: [
    {
      name: 'a warning with its place',
      outcome: anOutcome([aFinding()]),
      contains: [
        '::warning file=WORKING-GROUPS.md,line=5,endLine=5,col=3,endColumn=7,title=group-without-lead::nobody leads “Docs”\n',
      ],
    },
    {
      name: 'text of the document can’t end the line and start a command of its own',
      outcome: anOutcome([aFinding({ message: '100% “a\n::add-mask::b”' })]),
      contains: ['::100%25 “a%0A::add-mask::b”\n'],
    },
    {
      name: 'a path with a comma or a colon stays one property',
      outcome: anOutcome([aFinding({ at: { path: 'a,line=1:b.md' } })]),
      contains: ['file=a%2Cline=1%3Ab.md,line=5'],
    },
  ],
} satisfies Reporter;

/** Source: “Workflow commands for GitHub Actions”, setting an error message; columns count only within one line. */
function printCommand(finding: Finding): string {
  const { path, line, endLine, column, endColumn } = finding.at;
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = Object.entries({ file: path, line, endLine, ...columns, title: finding.rule })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${commands[finding.severity]} ${properties}::${escapeData(printedMessage(finding))}`;
}

/** As `@actions/core` does it, which the runner undoes. */
const escapeData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
