import { type StructuredPatchHunk, structuredPatch } from 'diff';
import type { Anchor, Blob, Commit, FileTree, PullRequest, Side } from './entities.ts';
import { blobAt, headCommit, isBinary } from './git.ts';
import { mergeBase } from './history.ts';

/** What a change does to one file. */
export interface FileDiff {
  path: string;
  status: 'added' | 'modified' | 'removed';
  /** The file afterwards, or what it was before it went. */
  sha: string;
  additions: number;
  deletions: number;
  /** Empty for a binary file. */
  hunks: Hunk[];
}

export interface Hunk {
  /** The line with `@@`. */
  header: string;
  /** As the diff has it, with the header. */
  text: string;
  lines: HunkLine[];
}

/** One line of a hunk, with its numbers in the file before and after; null on the side that lacks it. */
interface HunkLine {
  text: string;
  LEFT: number | null;
  RIGHT: number | null;
}

/** GitHub shows as many unchanged lines around a change as git does. */
const context = 3;
const longestHeading = 80;

/** @returns the files that a pull request changes, in git's order. */
export function diffOf(pull: PullRequest): FileDiff[] {
  return diffBetween(baseOf(pull), headCommit(pull));
}

/** The last commit that a pull request's head has of its base: what came to the base after it is no part of the change. */
export function baseOf(pull: PullRequest): Commit {
  return mergeBase(pull.base.commit, headCommit(pull)) ?? pull.base.commit;
}

/** @returns the files that differ, in git's order; all of them where there was nothing before. */
export function diffBetween(before: FileTree | undefined, after: FileTree): FileDiff[] {
  const paths = [...new Set([...(before?.tree.keys() ?? []), ...after.tree.keys()])];
  return paths
    .filter((path) => before?.tree.get(path) !== after.tree.get(path))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .flatMap((path) => fileDiff(path, before && blobAt(before, path), blobAt(after, path)) ?? []);
}

function fileDiff(path: string, before: Blob | undefined, after: Blob | undefined): FileDiff | null {
  const last = after ?? before;
  if (!last) return null;
  const hunks = hunksBetween(path, before?.content ?? Buffer.of(), after?.content ?? Buffer.of());
  const lines = hunks.flatMap((hunk) => hunk.lines);
  return {
    path,
    status: !before ? 'added' : !after ? 'removed' : 'modified',
    sha: last.sha,
    additions: lines.filter(({ LEFT }) => LEFT === null).length,
    deletions: lines.filter(({ RIGHT }) => RIGHT === null).length,
    hunks,
  };
}

function hunksBetween(path: string, before: Buffer, after: Buffer): Hunk[] {
  if (isBinary(before) || isBinary(after)) return [];
  const [old, now] = [before.toString('utf8'), after.toString('utf8')];
  const oldLines = old.split('\n');
  const { hunks } = structuredPatch(path, path, old, now, '', '', { context });
  return hunks.map((hunk) => numbered(hunk, headingAbove(oldLines, hunk.oldStart)));
}

/** What git shows after the ranges, to tell where one is: the last line before that starts with a letter, `_` or `$`. */
function headingAbove(lines: string[], start: number): string {
  const found = lines.slice(0, start - 1).findLast((line) => /^[A-Za-z_$]/.test(line));
  return found === undefined ? '' : ` ${found.slice(0, longestHeading).trimEnd()}`;
}

function numbered(hunk: StructuredPatchHunk, heading: string): Hunk {
  let left = hunk.oldStart;
  let right = hunk.newStart;
  const lines: HunkLine[] = [];
  for (const text of hunk.lines) {
    // “\ No newline at end of file” is a remark about the line before and has no number.
    if (text.startsWith('\\')) continue;
    lines.push({ text, LEFT: text.startsWith('+') ? null : left++, RIGHT: text.startsWith('-') ? null : right++ });
  }
  const range = `-${rangeOf(hunk.oldStart, hunk.oldLines)} +${rangeOf(hunk.newStart, hunk.newLines)}`;
  const header = `@@ ${range} @@${heading}`;
  return { header, text: [header, ...hunk.lines].join('\n'), lines };
}

/** As git writes it: one line without a count, and no lines as lying after the line before them. */
function rangeOf(start: number, count: number): string {
  if (count === 0) return `${start - 1},0`;
  return count === 1 ? String(start) : `${start},${count}`;
}

/** @returns the hunk that has the line on that side of a file's diff. */
export function hunkWith(file: FileDiff, side: Side, line: number): Hunk | undefined {
  return file.hunks.find(({ lines }) => lines.some((each) => each[side] === line));
}

/** @returns how many lines below the first `@@` of a file's diff a line is; null for one that it does not show. */
export function positionOf(files: FileDiff[], { path, side, line }: Anchor): number | null {
  let above = 0;
  for (const hunk of files.find((each) => each.path === path)?.hunks ?? []) {
    const [, ...texts] = hunk.text.split('\n');
    const at = hunk.lines.findIndex((each) => each[side] === line);
    // Remarks about a line that ends the file count, but have no number.
    if (at !== -1) return above + texts.findIndex((_, index) => numberedBefore(texts, index) === at) + 1;
    above += texts.length + 1;
  }
  return null;
}

function numberedBefore(texts: string[], index: number): number {
  return texts[index]?.startsWith('\\') ? -1 : texts.slice(0, index).filter((text) => !text.startsWith('\\')).length;
}

/** @returns the diff from the start of the hunk to the line that a comment is about, as it is shown above it. */
export function hunkAbove(files: FileDiff[], { path, side, line }: Anchor): string {
  const file = files.find((each) => each.path === path);
  const hunk = file && hunkWith(file, side, line);
  if (!hunk) return '';
  const last = hunk.lines.findIndex((each) => each[side] === line);
  return [hunk.header, ...hunk.lines.slice(0, last + 1).map(({ text }) => text)].join('\n');
}

/** @returns the line that is so far below the first `@@` of a file's diff: the way back from a position. */
export function lineAt(files: FileDiff[], path: string, position: number): Pick<Anchor, 'line' | 'side'> | null {
  let above = 0;
  for (const hunk of files.find((each) => each.path === path)?.hunks ?? []) {
    const [, ...texts] = hunk.text.split('\n');
    const index = position - above - 1;
    if (index >= 0 && index < texts.length) {
      const found = hunk.lines[numberedBefore(texts, index)];
      if (!found) return null;
      return found.RIGHT === null ? { line: found.LEFT ?? 0, side: 'LEFT' } : { line: found.RIGHT, side: 'RIGHT' };
    }
    above += texts.length + 1;
  }
  return null;
}
