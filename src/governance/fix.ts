import type { Finding, Fix } from '../model/finding.ts';
import type { Change } from '../text/changes.ts';
import { changeAligned } from './align-table.ts';

export interface FixedText {
  text: string;
  /** The findings whose fix is in the text. */
  applied: Finding[];
  /** The findings whose fix is not: it overlaps another one, changes nothing, or lies outside of the text. */
  left: Finding[];
}

/**
 * Applies the fixes of one document. Of fixes that overlap the first by position is applied; the others were made for a
 * text that is no longer there, and a check of the fixed text says what is still to do. Outside of the fixes nothing
 * changes, except the padding of tables that were aligned and that a fix changed.
 */
export function applyFixes(text: string, findings: Finding[]): FixedText {
  const lineBreak = commonLineBreak(text);
  const applied: Finding[] = [];
  const left: Finding[] = [];
  const changes: Change[] = [];
  for (const { finding, fix } of byPlace(findings)) {
    const change = { from: fix.at.offset, to: fix.at.endOffset, put: withLineBreaks(fix.text, lineBreak) };
    const fits = isInside(change, text) && isAfter(change, changes.at(-1)) && changesSomething(change, text);
    if (fits) changes.push(change);
    (fits ? applied : left).push(finding);
  }
  return { text: changeAligned(text, changes), applied, left };
}

function byPlace(findings: Finding[]): { finding: Finding; fix: Fix }[] {
  return findings
    .flatMap((finding) => (finding.fix ? [{ finding, fix: finding.fix }] : []))
    .sort((one, other) => one.fix.at.offset - other.fix.at.offset || one.fix.at.endOffset - other.fix.at.endOffset);
}

const isInside = ({ from, to }: Change, text: string): boolean => from >= 0 && from <= to && to <= text.length;

/** Two texts put in at one place have no order, so they count as overlapping. */
const isAfter = ({ from }: Change, last: Change | undefined): boolean => !last || (from >= last.to && from > last.from);

const changesSomething = ({ from, to, put }: Change, text: string): boolean => text.slice(from, to) !== put;

/** Source: CommonMark spec, “Line ending”. */
const lineBreaks = /\r\n|\n|\r/g;

const withLineBreaks = (text: string, lineBreak: string): string => text.replace(lineBreaks, lineBreak);

function commonLineBreak(text: string): string {
  const counts = new Map([
    ['\n', 0],
    ['\r\n', 0],
    ['\r', 0],
  ]);
  for (const [found] of text.matchAll(lineBreaks)) counts.set(found, counts.get(found)! + 1);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}
