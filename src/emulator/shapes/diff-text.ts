import { diffBetween, type FileDiff } from '../state/diff.ts';
import type { FileTree } from '../state/entities.ts';

const nothing = '0'.repeat(7);

/** A change as `git diff` prints it. */
export function diffText(before: FileTree | undefined, after: FileTree): string {
  return diffBetween(before, after)
    .map((file) => fileText(file, before, after))
    .join('');
}

function fileText({ path, hunks, status }: FileDiff, before: FileTree | undefined, after: FileTree): string {
  const [was, is] = [before?.tree.get(path), after.tree.get(path)];
  const kind = (is === undefined ? before : after)?.modes.get(path) ?? '100644';
  const mode = { added: [`new file mode ${kind}`], removed: [`deleted file mode ${kind}`], modified: [] }[status];
  const shas = `${was?.slice(0, 7) ?? nothing}..${is?.slice(0, 7) ?? nothing}`;
  const [left, right] = [was ? `a/${path}` : '/dev/null', is ? `b/${path}` : '/dev/null'];
  const lines = [
    `diff --git a/${path} b/${path}`,
    ...mode,
    `index ${shas}${status === 'modified' ? ` ${kind}` : ''}`,
    ...(hunks.length > 0 ? [`--- ${left}`, `+++ ${right}`, ...hunks.map(({ text }) => text)] : []),
  ];
  return `${lines.join('\n')}\n`;
}
