import type { Finding, Severity } from '../model/finding.ts';
import type { MarkdownDocument } from '../text/document.ts';
import { quote } from '../text/escape.ts';
import { type Positions, positionsIn } from '../text/positions.ts';
import type { DisableComment, RuleName } from './disable-comments.ts';
import { suggest } from './suggest.ts';

/** What the check itself says of comments that silence rules; it can be set like a rule. */
export const unusedDisable = {
  id: 'unused-disable',
  summary: 'Every comment that silences a rule silences something',
  why: 'Left behind, it silences the next finding of the rule, which nobody has looked at.',
  severity: 'warning',
} as const satisfies { id: string; summary: string; why: string; severity: Severity };

/** What is needed to tell whether a comment is of use. */
export interface Use {
  /** Whether a rule found something in a line, or in the whole document where `line` is `null`. */
  hasFound(rule: string, line: number | null): boolean;
  /** The rules that were run. */
  ran: ReadonlySet<string>;
  /** All rules. */
  known: ReadonlySet<string>;
  severity: Severity;
  /** How many words the comments have. */
  names: number;
}

/** The comments that Remit knows. */
const directives = ['remit-disable', 'remit-disable-next-line'];

/** @returns the line that the comment silences, `null` for all, `undefined` where the comment is none that Remit knows. */
export function silencedLine({ directive, from, to }: DisableComment, positions: Positions): number | null | undefined {
  if (!directives.includes(directive)) return undefined;
  return directive === 'remit-disable' ? null : positions.between(from, to).endLine + 1;
}

/** @returns a finding for each comment, or rule in it, that silences nothing; a fix where it can only be taken away. */
export function unusedDisables(
  comments: DisableComment[],
  { path, text }: MarkdownDocument,
  given: Omit<Use, 'names'>,
): Finding[] {
  const use = { ...given, names: comments.reduce((sum, { names }) => sum + names.length + 1, 0) };
  const positions = positionsIn(path, text);
  return comments.flatMap((comment) =>
    problemsOf(comment, positions, use).map((each) => findingOf(each, positions, use)),
  );
}

interface Problem {
  from: number;
  to: number;
  message: string;
  expected?: string[];
  isRemovable?: true;
}

function problemsOf(comment: DisableComment, positions: Positions, use: Use): Problem[] {
  const { from, to, directive, names } = comment;
  const line = silencedLine(comment, positions);
  if (line === undefined) {
    const message = `${quote(directive)} is no comment that Remit knows`;
    return [{ from, to, message, expected: suggest(directive, directives, { asked: use.names }) }];
  }
  if (names.length === 0) return [{ from, to, message: 'the comment names no rule, so it silences nothing' }];
  const problems = names.map((name) => problemOf(name, line, use));
  const isRemoved = problems.every((problem) => problem?.isRemovable);
  return problems.flatMap((problem, index) => {
    if (!problem?.isRemovable) return problem ? [problem] : [];
    if (!isRemoved) return [{ ...problem, ...withComma(names, index) }];
    if (comment.removal) return [{ ...problem, from: comment.removal.from, to: comment.removal.to }];
    const { isRemovable: _, ...rest } = problem;
    return [rest];
  });
}

function problemOf({ rule, from, to }: RuleName, line: number | null, use: Use): Problem | null {
  if (!use.known.has(rule)) {
    const expected = suggest(rule, [...use.known], { asked: use.names });
    const message = `there is no rule ${quote(rule)}`;
    return { from, to, message, expected, ...(expected.length === 0 ? { isRemovable: true } : {}) };
  }
  if (!use.ran.has(rule) || use.hasFound(rule, line)) return null;
  const where = line === null ? 'in this document' : 'in the next line';
  return {
    from,
    to,
    message: `${quote(rule)} finds nothing ${where}, so there is nothing to silence`,
    isRemovable: true,
  };
}

/** A name with what parts it from the next one, or from the one before where it is the last. */
function withComma(names: RuleName[], index: number): { from: number; to: number } {
  const [before, name, after] = [names[index - 1], names[index]!, names[index + 1]];
  return after ? { from: name.from, to: after.from } : { from: before?.to ?? name.from, to: name.to };
}

function findingOf(
  { from, to, message, expected = [], isRemovable }: Problem,
  positions: Positions,
  use: Use,
): Finding {
  const at = positions.between(from, to);
  const fix = isRemovable ? { at, text: '' } : null;
  return { rule: unusedDisable.id, severity: use.severity, message, at, expected, fix, related: [], new: null };
}
