import type { Verdict } from '../model/plan.ts';
import { type ChecklistMark, printChecklist, readChecklist } from '../text/checklist-marker.ts';
import { digestOf } from '../text/digest.ts';
import { printLines } from './checklist-lines.ts';

/** Grows when the layout changes, so that checklists of the former one are written anew. */
const version = 2;

/** GitHub takes no longer comment. */
const longestComment = 65_536;

/** What the checklist comment should be: a text, nothing, or left as it is. */
export type Checklist = { is: 'wanted'; body(): string } | { is: 'unneeded' } | { is: 'current' };

/**
 * @returns what should become of an issue's checklist. It is wanted while something is missing or in conflict, and
 * current while it says the same as before, whatever a person made of its text meanwhile. What people wrote around
 * Remit's lines stays there. What isn't asked for of this issue has no line.
 */
export function checklistFor(verdicts: Verdict[], existing: string | null): Checklist {
  const { mark, before, after } = partsOf(existing);
  const open = verdicts.filter((verdict) => isOpen(verdict, mark));
  if (open.length === 0) return { is: 'unneeded' };
  const ids = open.map(({ requirement }) => requirement);
  const told = verdicts.filter(({ status }) => status !== 'waived');
  const digest = digestOf(
    JSON.stringify([ids, told.map(({ requirement, status, message }) => [requirement, status, message])]),
  );
  if (mark?.version === version && mark.digest === digest) return { is: 'current' };
  const lines = [...open, ...told.filter((verdict) => !open.includes(verdict))];
  const body = () => printChecklist({ mark: { version, digest, open: ids }, before, after }, printLines(lines));
  return before.length + after.length > longestOfPeople ? { is: 'current' } : { is: 'wanted', body };
}

/** Where people filled the comment with their own words, there is no room for ours. */
const longestOfPeople = longestComment - 16_384;

/**
 * @returns the text of a checklist that has nothing to say any more: what people wrote into it, and a hidden mark, so
 * that it is the same checklist that speaks again. `null` where nobody wrote anything: the comment can go.
 */
export function wordsLeftIn(existing: string): string | null {
  const { before, after } = partsOf(existing);
  if (`${before}${after}`.trim() === '') return null;
  return printChecklist({ mark: { version, digest: silence, open: [] }, before, after }, []);
}

/** Whether a checklist has nothing but people's words to show. */
export const isWordless = (existing: string): boolean => readChecklist(existing)?.mark.digest === silence;

/** The digest of no lines at all. */
const silence = '0';

/** A checklist of a former layout has no end: all of it is ours. */
function partsOf(existing: string | null): { mark: ChecklistMark | null; before: string; after: string } {
  return (existing === null ? null : readChecklist(existing)) ?? { mark: null, before: '', after: '' };
}

/** Whether a person has something to do about it. */
export const isUnmet = ({ status }: Verdict): boolean => status === 'missing' || status === 'conflict';

/** What is not known opens no line, and closes none. */
function isOpen(verdict: Verdict, before: ChecklistMark | null): boolean {
  if (verdict.status === 'unknown') return before?.open.includes(verdict.requirement) ?? false;
  return isUnmet(verdict);
}
