import type { Finding, Fix } from '../model/finding.ts';
import type { CheckedFile } from './reporter.ts';

/** Whole lines of a file, and the text that they should have. */
export interface LineChange {
  /** Counts from 1, as Git counts: lines end with a line feed. */
  firstLine: number;
  /** At least one line, without line ends. */
  before: string[];
  /** None where the lines should go. */
  after: string[];
  /** What the change mends, in the order of the text. */
  findings: Finding[];
}

type Fixable = Finding & { fix: Fix };

/**
 * @returns what the fixes of a file make of its lines, in order. Fixes that share a line are one change; of fixes that
 * overlap the first counts, and the others come with the next check.
 */
export function lineChangesIn({ path, text, findings }: CheckedFile): LineChange[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineAt = (offset: number) => starts.findLastIndex((start) => start <= offset);
  const stretches: { first: number; last: number; findings: Fixable[] }[] = [];
  for (const finding of applicable(findings, path)) {
    const { at } = finding.fix;
    const [first, last] = [lineAt(at.offset), lineAt(at.endOffset)];
    const before = stretches.at(-1);
    if (before && first <= before.last) {
      before.last = Math.max(before.last, last);
      before.findings.push(finding);
    } else stretches.push({ first, last, findings: [finding] });
  }
  return stretches.flatMap(({ first, last, findings: mended }) => {
    const offset = starts[first]!;
    const endOffset = (starts[last + 1] ?? text.length + 1) - 1;
    const before = text.slice(offset, endOffset).split('\n');
    const after = applyFixes(text, { offset, endOffset, findings: mended }).split('\n');
    const change = narrow({ firstLine: first + 1, before, after, findings: mended });
    return isChange(change) ? [change] : [];
  });
}

function applicable(findings: Finding[], path: string): Fixable[] {
  const fixable = findings.filter((finding): finding is Fixable => finding.fix?.at.path === path);
  const sorted = fixable.sort((one, other) => one.fix.at.offset - other.fix.at.offset);
  const kept: Fixable[] = [];
  for (const finding of sorted) {
    const before = kept.at(-1)?.fix.at;
    const { at } = finding.fix;
    const isClear = !before || (at.offset >= before.endOffset && at.offset > before.offset);
    if (isClear) kept.push(finding);
  }
  return kept;
}

function applyFixes(
  text: string,
  { offset, endOffset, findings }: { offset: number; endOffset: number; findings: Fixable[] },
): string {
  let applied = '';
  let done = offset;
  for (const { fix } of findings) {
    applied += text.slice(done, fix.at.offset) + fix.text;
    done = fix.at.endOffset;
  }
  return applied + text.slice(done, endOffset);
}

/** Leaves out lines at both ends that stay as they are; the less a change takes in, the likelier a diff shows it all. */
function narrow({ firstLine, before, after, findings }: LineChange): LineChange {
  const most = Math.min(before.length - 1, after.length);
  let ahead = 0;
  while (ahead < most && before[ahead] === after[ahead]) ahead += 1;
  let behind = 0;
  while (behind < most - ahead && before.at(-1 - behind) === after.at(-1 - behind)) behind += 1;
  return {
    firstLine: firstLine + ahead,
    before: before.slice(ahead, before.length - behind),
    after: after.slice(ahead, after.length - behind),
    findings,
  };
}

const isChange = ({ before, after }: LineChange): boolean =>
  before.join('\n') !== after.join('\n') || after.length === 0;
