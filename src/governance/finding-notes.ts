import type { Finding, Fix } from '../model/finding.ts';
import { inTerminal, quote } from '../text/escape.ts';
import { escapeWords } from './printed-message.ts';

/**
 * What stands below a finding in plain text, a line each: what would be right, what a fix makes of it, and the places
 * that have to do with it.
 */
export function findingNotes({ at, expected, fix, related }: Finding): string[] {
  return [
    ...(fix ? [printFix(fix)] : expected.length > 0 ? [`did you mean ${listed(expected)}?`] : []),
    ...related.map((each) => {
      const path = each.at.path === at.path ? '' : `${inTerminal(each.at.path)}:`;
      return `${path}${each.at.line}:${each.at.column} ${escapeWords(each.message, inTerminal)}`;
    }),
  ];
}

const listed = (texts: string[]): string => texts.slice(0, 3).map(quote).join(' or ');

function printFix({ at, text }: Fix): string {
  if (text === '') return '--fix takes it out';
  return at.offset === at.endOffset ? `--fix puts ${quote(text)} in` : `--fix makes it ${quote(text)}`;
}
