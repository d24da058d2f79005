import { counted } from '../governance/printed-message.ts';
import type { LabelChanges } from '../model/upkeep-ports.ts';
import { inMarkdown, quote } from '../text/escape.ts';
import { markdownStyle, type Style } from './print-effect.ts';

/** @returns what became of labels when what governs changed, or would become of them, a line each. */
export function labelLines(
  { renamed, joined, refused }: LabelChanges,
  { dryRun, code }: { dryRun: boolean } & Pick<Style, 'code'>,
): string[] {
  const is = dryRun ? 'would be' : 'is';
  const lines = [
    ...renamed.map(({ from, to }) => `${code(from)} ${is} renamed to ${code(to)}, and stays on its issues`),
    ...joined.map(
      ({ from, to }) =>
        `${code(from)} can’t be renamed to ${code(to)}: there is such a label. Open issues ${dryRun ? 'would get' : 'get'} that one, too, and keep the old one`,
    ),
    ...refused.map(({ from, to }) => `${code(from)} is not renamed to ${code(to)}: GitHub does not allow it`),
  ];
  return lines.length > 0 ? lines : ['no label gets another name'];
}

/** @returns the same as a section of a job's summary; `commit` is that of the default branch. */
export function carriedMarkdown(labels: LabelChanges, { commit, dryRun }: { commit: string; dryRun: boolean }): string {
  const lines = labelLines(labels, { dryRun, code: markdownStyle.code }).map((line) => `- ${line}`);
  return `### What governs has changed, up to ${commit.slice(0, 7)}\n\n${lines.join('\n')}\n`;
}

/** @returns a section of a job's summary that says why nothing was done. */
export const uncarriedMarkdown = (because: string): string =>
  `### Nothing is carried out\n\nWhat changed is not known: ${inMarkdown(because)}. No label and no issue was touched.\n`;

/** @returns in one clause which label GitHub does not let a token rename; `null` where there is none. */
export function refusalOf({ refused: [first, ...more] }: LabelChanges): string | null {
  if (first === undefined) return null;
  const rest = more.length === 0 ? '' : `, and ${counted(more.length, 'label')} more`;
  return `GitHub does not let this token rename ${quote(first.from)} to ${quote(first.to)}${rest}`;
}
