import type { Citation, Verdict } from '../model/plan.ts';
import { type ChecklistMark, checklistMarker, readChecklistMarker } from '../text/checklist-marker.ts';
import { digestOf } from '../text/digest.ts';
import { codeSpan, inMarkdown } from '../text/escape.ts';

/** Grows when the layout changes, so that checklists of the former one are written anew. */
const version = 1;

/** What the checklist comment should be: a text, nothing, or left as it is. */
export type Checklist = { is: 'wanted'; body(): string } | { is: 'unneeded' } | { is: 'current' };

/**
 * @returns what should become of an issue's checklist. It is wanted while something is missing or in conflict, and
 * current while it says the same as before, whatever a person made of its text meanwhile. What is not known opens no
 * line; a line that was open before and is not known now stays open.
 */
export function checklistFor(verdicts: Verdict[], existing: string | null): Checklist {
  const before = existing === null ? null : readChecklistMarker(existing);
  const open = verdicts.filter((verdict) => isOpen(verdict, before));
  if (open.length === 0) return { is: 'unneeded' };
  const ids = open.map(({ requirement }) => requirement);
  const digest = digestOf(
    JSON.stringify([ids, verdicts.map(({ requirement, status, message }) => [requirement, status, message])]),
  );
  if (before?.version === version && before.digest === digest) return { is: 'current' };
  const lines = [...open, ...verdicts.filter((verdict) => !open.includes(verdict))];
  return { is: 'wanted', body: () => render(lines, { version, digest, open: ids }) };
}

function isOpen({ requirement, status }: Verdict, before: ChecklistMark | null): boolean {
  if (status === 'unknown') return before?.open.includes(requirement) ?? false;
  return status === 'missing' || status === 'conflict';
}

function render(verdicts: Verdict[], mark: ChecklistMark): string {
  return [
    '### What this issue still needs',
    '',
    ...verdicts.map(printLine),
    '',
    '<sub>Remit keeps this list up to date and takes it away when nothing is left on it.</sub>',
    checklistMarker(mark),
  ].join('\n');
}

const boxes: Record<Verdict['status'], string> = {
  missing: '[ ] ',
  conflict: '[ ] ',
  met: '[x] ',
  waived: '[x] ',
  unknown: '',
};

function printLine({ requirement, status, message, remedy, cites }: Verdict): string {
  const said = status === 'unknown' ? `not known: ${message}` : message;
  const sources = cites.length > 0 ? ` (${cites.map(printCitation).join(', ')})` : '';
  const advice = remedy === undefined ? '' : ` – ${remedy.startsWith('/') ? codeSpan(remedy) : printClause(remedy)}`;
  return `- ${boxes[status]}**${titleOf(requirement)}**: ${printClause(said)}${sources}${advice}`;
}

/** What stands in “ ” is somebody's text: as code it shows as it is and does nothing. So does all else, escaped. */
function printClause(text: string): string {
  // Two code spans without anything between them would be one, with a fence that nobody closes.
  const pieces = text.replaceAll('”“', '” “').split(/“([^“”]*)”/);
  return pieces.map((piece, index) => (index % 2 === 1 ? codeSpan(piece) : printWords(piece))).join('');
}

/** Word by word, as `inMarkdown` cuts what is long; most words are plain and stay as they are. */
function printWords(text: string): string {
  const words = text.split(' ');
  return words.map((word) => (/^[a-zA-Z,]*$/.test(word) ? word : inMarkdown(word))).join(' ');
}

/** Only an address that can't end its link early, or its line, is made one. */
function printCitation({ text, url }: Citation): string {
  return /^https?:\/\/[^\s<>()[\]"'`\\]+$/.test(url) ? `[${printWords(text)}](${url})` : printWords(text);
}

function titleOf(requirement: string): string {
  const words = requirement.replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
