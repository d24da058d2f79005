import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { lint } from '../../src/governance/lint.ts';
import type { Finding } from '../../src/model/finding.ts';

interface Label {
  line: number;
  category: string;
  certain: boolean;
  beyond?: boolean;
  file?: string;
}

interface Case {
  id: string;
  document: string;
  format: string;
  labels: Label[];
  false_alarm_traps: { line: number; file?: string }[];
}

const corpus = '../shared/corpus';
const present = existsSync(`${corpus}/manifest.json`);
const readFormats = ['istio-two-tables', 'leads-in-row', 'section-per-group'];
const cases: Case[] = present ? JSON.parse(readFileSync(`${corpus}/manifest.json`, 'utf8')) : [];
const categories = new URL('../../scripts/corpus-categories.js', import.meta.url).href;
const { categoriesOf }: { categoriesOf: Record<string, string[]> } = await import(categories);

const results = cases.filter(({ format }) => readFormats.includes(format)).map(examine);

describe('the findings in real governance documents', () => {
  if (!present) it.skip('are not here: the corpus stands beside the project only where it is developed', () => {});
  const whenPresent = present ? it : it.skip;

  whenPresent('include at least 95 of 100 of the defects that a careful reader saw', () => {
    const expected = results.flatMap((result) => result.expected);
    const missed = results.flatMap((result) => result.missed);
    expect(expected.length).toBeGreaterThan(10);
    expect({ missed, enough: missed.length <= expected.length * 0.05 }).toEqual({ missed, enough: true });
  });

  whenPresent('are false alarms in at most 10 of 100', () => {
    const found = results.flatMap((result) => result.findings);
    const falseAlarms = results.flatMap((result) => result.falseAlarms);
    expect({ falseAlarms, few: falseAlarms.length <= found.length * 0.1 }).toEqual({ falseAlarms, few: true });
  });

  whenPresent('step into none of the traps for naive checks', () => {
    expect(results.flatMap((result) => result.trapped)).toEqual([]);
  });
});

/** A label that is not certain neither has to be found nor makes a finding on its line a false alarm. */
function examine({ id, document, labels, false_alarm_traps }: Case) {
  const text = readFileSync(`${corpus}/${id}/${document}`, 'utf8');
  const findings = lint([{ path: document, text }], {}).files[0]!.findings;
  const here = labels.filter((label) => !label.file);
  const answers = ({ rule, at }: Finding, { line, category }: Label) =>
    line === at.line && (categoriesOf[rule] ?? []).includes(category);
  const lookedFor = new Set(Object.values(categoriesOf).flat());
  const expected = here.filter(({ certain, beyond, category }) => certain && !beyond && lookedFor.has(category));
  const show = ({ rule, at, message }: Finding) => `${id}:${at.line} ${rule}: ${message}`;
  const trapLines = new Set(false_alarm_traps.filter((trap) => !trap.file).map(({ line }) => line));
  const labelled = new Set(here.map(({ line }) => line));
  return {
    findings,
    expected,
    missed: expected
      .filter((label) => !findings.some((finding) => answers(finding, label)))
      .map(({ line, category }) => `${id}:${line} ${category}`),
    falseAlarms: findings.filter((finding) => !here.some((label) => answers(finding, label))).map(show),
    trapped: findings.filter(({ at }) => trapLines.has(at.line) && !labelled.has(at.line)).map(show),
  };
}
