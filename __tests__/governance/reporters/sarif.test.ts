import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { aFinding, anOutcome } from '../../../src/governance/example-outcome.ts';
import { lint } from '../../../src/governance/lint.ts';
import { reporters } from '../../../src/governance/reporters/index.ts';
import sarif from '../../../src/governance/reporters/sarif.ts';
import { rules } from '../../../src/governance/rules/index.ts';

/** The schema that OASIS published, as it lies in a package; ajv refuses the word by which draft 4 names a schema. */
const {
  id: _,
  $schema: __,
  ...schema
} = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

const examples = [
  ...Object.values(reporters).flatMap((reporter) => reporter.examples.map(({ name, outcome }) => ({ name, outcome }))),
  ...Object.entries(rules).flatMap(([id, rule]) =>
    rule.examples.map(({ name, document }) => ({
      name: `${id}: ${name}`,
      outcome: lint([{ path: 'WORKING-GROUPS.md', text: document }], {}),
    })),
  ),
];

describe('the SARIF of an outcome', () => {
  it.each(examples)('is valid for OASIS’s schema: $name', ({ outcome }) => {
    const log = JSON.parse(sarif.print(outcome, { colours: false, version: '1.0.0' }));
    expect([validate(log), validate.errors]).toEqual([true, null]);
  });

  it('describes every rule, and each result names its own by number', () => {
    const { tool, results } = runOf(anOutcome([aFinding()]));
    expect(tool.driver.rules.map((rule) => rule.id)).toEqual(Object.keys(rules));
    expect(tool.driver.rules[results[0]?.ruleIndex ?? -1]?.id).toBe('group-without-lead');
  });

  it('knows a finding again when its line moves or its spaces change', () => {
    const before = anOutcome([aFinding()], { text: '\n\n\n\n| Docs |\n' });
    const after = anOutcome([aFinding({ at: { line: 7, endLine: 7 } })], { text: '\n\n\n\n\n\n|  Docs  |\n' });
    expect(fingerprintsIn(after)).toEqual(fingerprintsIn(before));
  });

  it('tells two findings of one rule on equal lines apart', () => {
    const twice = anOutcome([aFinding(), aFinding({ at: { line: 6, endLine: 6 } })], {
      text: '\n\n\n\n| A |\n| A |\n',
    });
    const [one, other] = fingerprintsIn(twice);
    expect([one, other]).toEqual([expect.stringMatching(/^[0-9a-f]{14}:1$/), expect.stringMatching(/:2$/)]);
    expect(other?.slice(0, 14)).toBe(one?.slice(0, 14));
  });

  it('counts equal lines from the top, however bad each is', () => {
    const text = '\n\n\n\n| A |\n| A |\n';
    const findings = [aFinding(), aFinding({ severity: 'error', at: { line: 6, endLine: 6 } })];
    const [worst] = runOf(anOutcome(findings, { text })).results;
    expect(worst).toMatchObject({
      level: 'error',
      partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/:2$/) },
    });
  });

  it('says of a finding whether it is new, where there is a base to compare with', () => {
    const findings = [{ ...aFinding(), new: true }, { ...aFinding(), new: false }, aFinding()];
    expect(runOf(anOutcome(findings)).results.map((result) => result.baselineState)).toEqual([
      'new',
      'unchanged',
      undefined,
    ]);
  });

  it('gives no more results than GitHub takes, the worst ones, and says how many it left out', () => {
    const findings = [
      ...Array<null>(25_001)
        .fill(null)
        .map(() => aFinding()),
      aFinding({ severity: 'error' }),
    ];
    const { results, invocations } = runOf(anOutcome(findings));
    expect([results.length, results[0]?.level]).toEqual([25_000, 'error']);
    expect(invocations[0]?.toolExecutionNotifications).toMatchObject([
      { message: { text: expect.stringMatching(/^2 findings left out/) } },
    ]);
  });
});

interface Run {
  tool: { driver: { rules: { id: string }[] } };
  invocations: { toolExecutionNotifications: unknown[] }[];
  results: {
    ruleIndex: number;
    level: string;
    baselineState?: string;
    partialFingerprints: { primaryLocationLineHash: string };
  }[];
}

const runOf = (outcome: ReturnType<typeof anOutcome>): Run =>
  JSON.parse(sarif.print(outcome, { colours: false })).runs[0];

const fingerprintsIn = (outcome: ReturnType<typeof anOutcome>): string[] =>
  runOf(outcome).results.map((result) => result.partialFingerprints.primaryLocationLineHash);
