import { describe, expect, it } from '@jest/globals';
import { findingsOf } from '../../../src/governance/lint.ts';
import { rules } from '../../../src/governance/rules/index.ts';
import { readMarkdown } from '../../../src/text/markdown.ts';

const mendable = Object.entries(rules).flatMap(([id, rule]) =>
  rule.examples
    .filter((example) => example.findings.some((finding) => finding.fix !== undefined))
    .map((example) => ({ id, ...example })),
);

describe('a fix', () => {
  it.each(mendable)('mends what it is for: $id, $name', ({ id, document }) => {
    const findings = findingsOf(id, readMarkdown('a.md', document));
    const fixes = findings.flatMap(({ fix }) => (fix ? [fix] : []));
    expect(fixes.length).toBeGreaterThan(0);
    const mended = fixes.reduceRight(
      (text, { at, text: put }) => text.slice(0, at.offset) + put + text.slice(at.endOffset),
      document,
    );
    expect(findingsOf(id, readMarkdown('a.md', mended))).toHaveLength(findings.length - fixes.length);
  });
});
