import type { Finding } from '../model/finding.ts';
import { inTerminal } from '../text/escape.ts';
import { escapeWords, printedMessage } from './printed-message.ts';

/** @returns a finding in one line, as compilers print it: `path:line:column: severity: message (rule)`. */
export function printedLine(finding: Finding): string {
  const { at, severity, rule } = finding;
  return `${printedPath(at.path)}:${at.line}:${at.column}: ${severity}: ${escapeWords(printedMessage(finding), inTerminal)} (${rule})`;
}

/** @returns the path as it may begin a line: none is a command for GitHub's runner, however a file is called. */
export const printedPath = (path: string): string => inTerminal(path).replace(/^:/, './:');
