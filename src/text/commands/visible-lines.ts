/** A stretch of a paragraph: offsets, the end exclusive. */
interface Span {
  kind: 'code' | 'comment';
  from: number;
  to: number;
}

/** What may begin a span, or keeps the next sign from doing so. */
const signs = /\\.|`+|<!--/gs;

/** @returns each line of a paragraph without its comments; `null` for a line that begins inside of code or a comment. */
export function visibleLines(lines: string[]): (string | null)[] {
  const text = lines.join('\n');
  const spans = hiddenSpans(text);
  let next = 0;
  let start = 0;
  return lines.map((line) => {
    const end = start + line.length;
    while ((spans[next]?.to ?? end + 1) <= start) next += 1;
    const isHidden = (spans[next]?.from ?? start) < start;
    let shown = '';
    let at = start;
    for (let span = spans[next]; span && span.from < end; span = spans[next]) {
      if (span.kind === 'comment') {
        shown += text.slice(at, Math.max(at, span.from));
        at = Math.min(span.to, end);
      }
      if (span.to > end) break;
      next += 1;
    }
    start = end + 1;
    return isHidden ? null : shown + text.slice(at, end);
  });
}

/**
 * Finds code spans and comments inside a paragraph, in the order of their beginnings. Each kind of end is looked for
 * but once where it is missing, so that the time grows with the length alone.
 * Source: CommonMark spec, “Code spans”, “Raw HTML”.
 */
function hiddenSpans(paragraph: string): Span[] {
  const spans: Span[] = [];
  if (!/[`<]/.test(paragraph)) return spans;
  const closing = closingRuns(paragraph);
  let commentsEnd = true;
  signs.lastIndex = 0;
  for (let match = signs.exec(paragraph); match; match = signs.exec(paragraph)) {
    const { 0: sign, index: from } = match;
    if (sign.startsWith('`')) {
      const to = closing.after(sign.length, signs.lastIndex);
      if (to !== null) spans.push({ kind: 'code', from, to });
      signs.lastIndex = to ?? signs.lastIndex;
    } else if (sign === '<!--' && commentsEnd) {
      const end = endOfComment(paragraph, from);
      commentsEnd = end !== null;
      if (end !== null) spans.push({ kind: 'comment', from, to: end });
      signs.lastIndex = end ?? signs.lastIndex;
    }
  }
  return spans;
}

/** `<!-->` and `<!--->` are whole comments. */
function endOfComment(text: string, from: number): number | null {
  const end = text.indexOf('-->', from + 2);
  return end < 0 ? null : end + 3;
}

/** Runs of backticks by their length, for a reader that only goes forward. */
function closingRuns(text: string) {
  const byLength = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const starts = byLength.get(run.length);
    if (starts) starts.push(index);
    else byLength.set(run.length, [index]);
  }
  for (const starts of byLength.values()) starts.reverse();
  return {
    /** @returns the end of the first run of this length from an offset on, `null` without one. */
    after(length: number, offset: number): number | null {
      const starts = byLength.get(length) ?? [];
      while (starts.length > 0 && (starts.at(-1) ?? 0) < offset) starts.pop();
      const start = starts.at(-1);
      return start === undefined ? null : start + length;
    },
  };
}
