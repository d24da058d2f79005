import type { Finding } from '../../model/finding.ts';
import type { Position } from '../../model/position.ts';
import { inTerminal } from '../../text/escape.ts';
import { worstFirst } from '../by-severity.ts';
import { aFinding, anOutcome } from '../example-outcome.ts';
import { fingerprintsOf } from '../fingerprints.ts';
import { printedJson } from '../printed-json.ts';
import { counted, escapeWords, printedMessage } from '../printed-message.ts';
import type { CheckOutcome, Reporter, ReporterOptions } from '../reporter.ts';
import { projectPage } from '../rule-page.ts';
import { sarifLevels, sarifRuleIndex, sarifRules } from '../sarif-rules.ts';

/** What GitHub takes of one run; source: “SARIF support for code scanning”, “SARIF results exceed one or more limits”. */
const mostResults = 25_000;

export default {
  summary: 'For GitHub code scanning and other tools that read SARIF 2.1.0',
  print: (outcome, options) => printedJson(sarifLog(outcome, options)),
  examples: [
    {
      name: 'a finding with its rule, its place and what it is known by when its line moves',
      outcome: anOutcome([aFinding()], { text: '\n\n\n\n| Docs |\n' }),
      options: { version: '1.0.0' },
      contains: [
        '"version": "2.1.0"',
        '"semanticVersion": "1.0.0"',
        '"helpUri": "https://github.com/remit-bot/remit/blob/main/docs/reference/rules/group-without-lead.md"',
        '"ruleId": "group-without-lead"',
        '"text": "nobody leads “Docs”"',
        '"uri": "WORKING-GROUPS.md"',
        '"startColumn": 3',
        '"endColumn": 7',
        '"primaryLocationLineHash": "',
      ],
    },
    {
      name: 'a fix, and a place that has to do with the finding',
      outcome: anOutcome([
        aFinding({
          severity: 'info',
          fix: { at: aFinding().at, text: 'Documentation' },
          related: [{ at: { ...aFinding().at, line: 2, endLine: 2 }, message: 'it stands here first' }],
        }),
      ]),
      contains: ['"level": "note"', '"insertedContent"', '"text": "Documentation"', '"text": "it stands here first"'],
    },
    {
      name: 'text of the document makes no link, and a path is an address',
      outcome: anOutcome([aFinding({ message: 'nobody leads “[a](https://a.example)”', at: { path: 'a b/ü.md' } })]),
      contains: ['“[a]\u2060(https://a.example)”', '"uri": "a%20b/%C3%BC.md"'],
    },
    { name: 'all is fine', outcome: anOutcome([]), contains: ['"results": []'] },
  ],
} satisfies Reporter;

/** SARIF 2.1.0, section 3.13, “sarifLog object”. */
function sarifLog({ files }: CheckOutcome, { version }: ReporterOptions): object {
  const fingerprints = new Map(files.flatMap((file) => [...fingerprintsOf(file)]));
  const findings = worstFirst(files.flatMap((file) => file.findings));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Remit',
            informationUri: projectPage,
            ...(version === undefined ? {} : { semanticVersion: version }),
            rules: sarifRules(),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notesOn(findings) }],
        results: findings.slice(0, mostResults).map((finding) => resultOf(finding, fingerprints.get(finding) ?? '')),
      },
    ],
  };
}

function notesOn(findings: Finding[]): object[] {
  const cut = findings.length - mostResults;
  if (cut <= 0) return [];
  return [{ level: 'note', message: { text: `${counted(cut, 'finding')} left out: GitHub takes ${mostResults}` } }];
}

/** SARIF 2.1.0, section 3.27, “result object”. */
function resultOf(finding: Finding, fingerprint: string): object {
  const { rule, severity, at, fix, related } = finding;
  const ruleIndex = sarifRuleIndex(rule);
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: sarifLevels[severity],
    message: messageOf(printedMessage(finding)),
    locations: [{ physicalLocation: physicalLocation(at) }],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(related.length > 0 ? { relatedLocations: related.map(relatedLocation) } : {}),
    ...(fix ? { fixes: [fixOf(fix.at, fix.text)] } : {}),
    ...baselineOf(finding),
  };
}

/** Nothing where there is no base to compare with. */
function baselineOf(finding: Finding & { new?: boolean | null }): object {
  if (typeof finding.new !== 'boolean') return {};
  return { baselineState: finding.new ? 'new' : 'unchanged' };
}

const relatedLocation = ({ at, message }: Finding['related'][number], index: number): object => ({
  id: index + 1,
  physicalLocation: physicalLocation(at),
  message: messageOf(message),
});

const physicalLocation = (at: Position): object => ({ artifactLocation: artifactLocation(at), region: regionOf(at) });

const artifactLocation = ({ path }: Position): object => ({
  uri: path.split('/').map(encodeURIComponent).join('/'),
  uriBaseId: '%SRCROOT%',
});

/** SARIF 2.1.0, section 3.30: lines and columns from 1, the end exclusive, as in a {@link Position}. */
const regionOf = ({ line, column, endLine, endColumn }: Position): object => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

const fixOf = (at: Position, text: string): object => ({
  description: { text: text === '' ? 'Remove it' : at.offset === at.endOffset ? 'Insert it' : 'Replace it' },
  artifactChanges: [
    {
      artifactLocation: artifactLocation(at),
      replacements: [{ deletedRegion: regionOf(at), insertedContent: { text } }],
    },
  ],
});

/** A message's text may hold links of the form `[text](target)`: SARIF 2.1.0, section 3.11.6. */
const messageOf = (message: string): object => ({
  text: escapeWords(message, inTerminal).replaceAll('](', ']\u2060('),
});
