import { describe, expect, it } from '@jest/globals';
import { rules } from '../../../src/governance/rules/index.ts';
import { findingsOfExample } from '../../rule-examples.ts';

const mendable = Object.entries(rules).flatMap(([id, rule]) =>
  rule.examples
    .filter((example) => example.findings.some((finding) => finding.fix !== undefined))
    .map((example) => ({ id, ...example })),
);

describe('a fix', () => {
  it.each(mendable)('mends what it is for: $id, $name', ({ id, ...example }) => {
    const { document, path = 'WORKING-GROUPS.md' } = example;
    const findings = findingsOfExample(id, example).filter(({ at }) => at.path === path);
    const fixes = findings.flatMap(({ fix }) => (fix ? [fix] : []));
    expect(fixes.length).toBeGreaterThan(0);
    const mended = fixes.reduceRight(
      (text, { at, text: put }) => text.slice(0, at.offset) + put + text.slice(at.endOffset),
      document,
    );
    const left = findingsOfExample(id, { ...example, document: mended }).filter(({ at }) => at.path === path);
    expect(left).toHaveLength(findings.length - fixes.length);
  });
});
