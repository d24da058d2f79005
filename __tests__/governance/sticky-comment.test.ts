import { expect, test } from '@jest/globals';
import { aFinding, anOutcome } from '../../src/governance/example-outcome.ts';
import { stickyComment } from '../../src/governance/sticky-comment.ts';
import { isCheckComment } from '../../src/text/pull-request-markers.ts';

test('the comment has the findings below a marker that readers do not see', () => {
  const body = stickyComment(anOutcome([aFinding()])) ?? '';
  expect(body).toMatch(/^<!-- remit:check -->\n### Governance documents: 1 problem/);
  expect(body).toContain('nobody leads “Docs”');
  expect(isCheckComment(body)).toBe(true);
});

test('there is no comment where there are no findings', () => {
  expect(stickyComment(anOutcome([]))).toBeNull();
});

test('a comment is never longer than GitHub takes, and says how much is left out', () => {
  const findings = Array.from({ length: 3000 }, (_, line) => aFinding({ at: { line }, message: '🙂é'.repeat(60) }));
  const body = stickyComment(anOutcome(findings)) ?? '';
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(body).toMatch(/\d+ findings more: a comment has no room for them/);
});

test('a comment stays short enough with paths of any length and number', () => {
  const outcome = anOutcome([aFinding()]);
  const files = Array.from({ length: 3000 }, (_, index) => ({
    ...outcome.files[0]!,
    path: `${index}/${'a'.repeat(90)}`,
  }));
  expect(stickyComment({ ...outcome, files })?.length).toBeLessThanOrEqual(65_536);
});

test('a comment that only quotes the marker is not taken for the check’s', () => {
  expect(isCheckComment('What is `<!-- remit:check -->` for?')).toBe(false);
});
