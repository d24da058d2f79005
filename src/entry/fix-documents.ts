import { applyFixes } from '../governance/fix.ts';
import type { CheckOutcome } from '../governance/reporter.ts';

/** A document of the call, by the path that it was named with. */
export interface Document {
  path: string;
  text: string;
}

/** Checks documents that belong together. */
export type Check = (documents: Document[]) => CheckOutcome;

/** What became of a document in which something was fixed. */
export interface FixedDocument {
  path: string;
  before: string;
  after: string;
  /** How many fixes were made. */
  applied: number;
}

/** A fix may make way for another; rules that go on after this many would go on for ever. */
const mostRounds = 10;

/**
 * Fixes documents until nothing that can be fixed is left.
 * @returns the documents that changed, and what the check says of all of them afterwards.
 */
export function fixDocuments(documents: Document[], check: Check): { outcome: CheckOutcome; fixed: FixedDocument[] } {
  const applied = new Map<string, number>();
  let current = documents;
  let outcome = check(current);
  for (let round = 0; round < mostRounds; round++) {
    const next = fixOnce(current, outcome, applied);
    if (next.every((document, index) => document === current[index])) break;
    current = next;
    outcome = check(current);
  }
  const fixed = documents.map(({ path, text }, index) => ({
    path,
    before: text,
    after: current[index]!.text,
    applied: applied.get(path) ?? 0,
  }));
  return { outcome, fixed: fixed.filter(({ before, after }) => before !== after) };
}

/** @returns the documents in their order, those in which nothing was fixed as they were; counts what was done. */
function fixOnce(documents: Document[], { files }: CheckOutcome, counts: Map<string, number>): Document[] {
  const findings = files.flatMap((file) => file.findings);
  return documents.map((document) => {
    const { path, text } = document;
    const { text: fixed, applied } = applyFixes(
      text,
      findings.filter(({ fix }) => fix?.at.path === path),
    );
    if (applied.length === 0) return document;
    counts.set(path, (counts.get(path) ?? 0) + applied.length);
    return { path, text: fixed };
  });
}
