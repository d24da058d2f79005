import type { Colors } from 'picocolors/types.js';
import type { Status, Verdict } from '../../model/plan.ts';
import { inTerminal } from '../../text/escape.ts';

const marks: Record<Status, string> = { met: '✓', missing: '✗', conflict: '✗', waived: '–', unknown: '?' };

/** A verdict on one line of the terminal. */
export function verdictLine({ requirement, status, message }: Verdict, colours: Colors): string {
  const mark = status === 'met' ? colours.green(marks[status]) : colours.yellow(marks[status]);
  return `${mark} ${requirement}: ${inTerminal(message)}`;
}
