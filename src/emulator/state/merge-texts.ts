import { diffArrays } from 'diff';

/** Lines of the former text that others stand for. */
interface Edit {
  start: number;
  end: number;
  lines: string[];
}

/** @returns the text with what both sides changed; null where they changed the same lines, or such as touch. */
export function mergeTexts(before: string, ours: string, theirs: string): string | null {
  const lines = linesOf(before);
  const own = editsBetween(lines, linesOf(ours));
  const other = editsBetween(lines, linesOf(theirs)).filter((edit) => !own.some((each) => isSame(each, edit)));
  if (other.some((edit) => own.some((each) => edit.start <= each.end && each.start <= edit.end))) return null;
  const edits = [...own, ...other].sort((a, b) => a.start - b.start);
  const merged: string[] = [];
  let at = 0;
  for (const { start, end, lines: fresh } of edits) {
    merged.push(...lines.slice(at, start), ...fresh);
    at = end;
  }
  return [...merged, ...lines.slice(at)].join('');
}

function editsBetween(before: string[], after: string[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: Edit | null = null;
  for (const { added, removed, value } of diffArrays(before, after)) {
    if (!added && !removed) {
      at += value.length;
      open = null;
      continue;
    }
    if (!open) {
      open = { start: at, end: at, lines: [] };
      edits.push(open);
    }
    if (added) open.lines.push(...value);
    else at += value.length;
    open.end = at;
  }
  return edits;
}

/** Each with its line break, since the last may have none. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function isSame(one: Edit, other: Edit): boolean {
  return one.start === other.start && one.end === other.end && one.lines.join('') === other.lines.join('');
}
