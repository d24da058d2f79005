import type { Verdict } from '../model/plan.ts';
import { printCitation, printClause } from '../text/clause.ts';
import { codeSpan } from '../text/escape.ts';

/** @returns the checklist as people read it, one line a verdict in their order, in Markdown. */
export function printLines(verdicts: Verdict[]): string[] {
  const isTypeable = verdicts.some(({ remedy }) => remedy !== undefined && /^\/|`\//.test(remedy));
  return [
    '### What this issue still needs',
    '',
    ...verdicts.map(printLine),
    '',
    `<sub>${isTypeable ? `${howToType} ` : ''}Remit keeps this list up to date and takes it away when nothing is left on it.</sub>`,
  ];
}

const howToType = 'A command stands on a line of its own in a comment.';

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

function titleOf(requirement: string): string {
  const words = requirement.replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
