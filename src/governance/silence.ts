import type { Finding, Severity } from '../model/finding.ts';
import type { MarkdownDocument } from '../text/document.ts';
import { positionsIn } from '../text/positions.ts';
import { disableComments } from './disable-comments.ts';
import { silencedLine, unusedDisable, unusedDisables } from './unused-disable.ts';

export interface SilenceOptions {
  /** Ids of the rules that were run: of others it can't be said whether their comments are of use. */
  ran: Iterable<string>;
  /** Ids of all rules. */
  known: Iterable<string>;
  /** The setting of `unused-disable`. */
  unused?: 'off' | Severity | undefined;
}

/**
 * Takes out the findings that the document silences: `<!-- remit-disable-next-line rule -->` for the line after the
 * comment, `<!-- remit-disable rule -->` for the whole document, each with one rule or several. A comment that names no
 * rule silences nothing: what is not named can't be meant.
 * @param findings - all of the document, so that the comments which are of no use can be told.
 * @returns the findings that are left, and those about the comments themselves.
 */
export function withoutSilenced(
  findings: Finding[],
  document: MarkdownDocument,
  { ran, known, unused = unusedDisable.severity }: SilenceOptions,
): { findings: Finding[]; unused: Finding[] } {
  const comments = disableComments(document);
  if (comments.length === 0) return { findings, unused: [] };
  const positions = positionsIn(document.path, document.text);
  const silenced = new Set(
    comments.flatMap((comment) => {
      const line = silencedLine(comment, positions);
      return line === undefined ? [] : comment.names.map(({ rule }) => keyOf(rule, line));
    }),
  );
  const isLoud = ({ rule, at }: Finding) => !silenced.has(keyOf(rule, null)) && !silenced.has(keyOf(rule, at.line));
  const loud = findings.filter(isLoud);
  if (unused === 'off') return { findings: loud, unused: [] };
  const found = new Set(findings.flatMap(({ rule, at }) => [keyOf(rule, null), keyOf(rule, at.line)]));
  const problems = unusedDisables(comments, document, {
    hasFound: (rule, line) => found.has(keyOf(rule, line)),
    ran: new Set(ran),
    known: new Set([...known, unusedDisable.id]),
    severity: unused,
  });
  return { findings: loud, unused: problems.filter(isLoud) };
}

const keyOf = (rule: string, line: number | null): string => `${line ?? 'all'} ${rule}`;
