import { type Finding, type Severity, severities } from '../../model/finding.ts';
import { aFinding, anOutcome } from '../example-outcome.ts';
import { printedLine } from '../printed-line.ts';
import { counted, printedMessage } from '../printed-message.ts';
import type { Reporter } from '../reporter.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** How many annotations of one severity GitHub shows of a step; source: actions/toolkit, “Problem matchers”, limitations. */
const mostShown = 10;

export default {
  summary: 'For GitHub Actions: workflow commands that become annotations on the lines, errors first',
  print({ files }) {
    const findings = files.flatMap((file) => file.findings);
    const { shown, left } = chooseShown(findings);
    return [...shown.map(printCommand), ...printLeft(left)].map((line) => `${line}\n`).join('');
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
    {
      name: 'what GitHub would not show stands in the log, and a notice says so',
      outcome: anOutcome(Array.from({ length: 12 }, (_, index) => aFinding({ at: { line: index + 1 } }))),
      contains: [
        'line=10,',
        '::notice title=2 more findings::GitHub shows 10 annotations of a severity for a step.',
        '::group::2 more findings\n- WORKING-GROUPS.md:11:3: warning: nobody leads “Docs” (group-without-lead)\n',
        '::endgroup::\n',
      ],
    },
  ],
} satisfies Reporter;

/** Where some are left out, one of the notices that GitHub shows is the one that says so. */
function chooseShown(findings: Finding[]): { shown: Finding[]; left: Finding[] } {
  const bySeverity = severities.map((severity) => findings.filter((finding) => finding.severity === severity));
  const tooMany = bySeverity.some((some) => some.length > mostShown);
  const limit = ([first]: Finding[]) => (tooMany && first?.severity === 'info' ? mostShown - 1 : mostShown);
  return {
    shown: bySeverity.flatMap((some) => some.slice(0, limit(some))),
    left: bySeverity.flatMap((some) => some.slice(limit(some))),
  };
}

/** Each line begins with a dash, so that none is a command, whatever a document is called. */
function printLeft(left: Finding[]): string[] {
  if (left.length === 0) return [];
  const title = counted(left.length, 'more finding');
  const text = `GitHub shows ${mostShown} annotations of a severity for a step. The others are in the job summary and in this step’s log.`;
  return [
    `::notice title=${title}::${text}`,
    `::group::${title}`,
    ...left.map((finding) => `- ${printedLine(finding)}`),
    '::endgroup::',
  ];
}

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
