import { rewriteFile } from '../../adapters/files/write.ts';
import { inTerminal } from '../../text/escape.ts';
import type { Document, FixedDocument } from '../fix-documents.ts';
import { CommandError, type Io } from '../io.ts';
import { unifiedDiff } from '../unified-diff.ts';
import { placeOf } from './read-chosen.ts';

interface HandOver {
  documents: Document[];
  fixed: FixedDocument[];
  report: string;
  dryRun?: boolean;
  /** Whether the document came from stdin. */
  isInput: boolean;
}

/**
 * Gives fixed documents to whom they are for: into their files; as a patch with `--dry-run`; to stdout where they came
 * from stdin. What takes stdout leaves stderr to the report.
 * Errors: a `CommandError` that names the files that could not be written.
 */
export function handOver({ documents, fixed, report, dryRun, isInput }: HandOver, io: Io): void {
  if (dryRun) {
    io.out(shown(unifiedDiff(fixed), io));
    io.err(`${report}${summary(fixed, 'to apply')}`);
  } else if (isInput) {
    io.out(shown(documents.map(({ path, text }) => afterOf(path, fixed) ?? text).join(''), io));
    io.err(`${report}${summary(fixed, 'applied')}`);
  } else {
    const { written, problems } = writeAll(fixed, io.cwd);
    io.out(report);
    io.err(summary(written, 'applied'));
    if (problems.length > 0) throw new CommandError(problems.join('\nremit: '));
  }
}

const afterOf = (path: string, fixed: FixedDocument[]): string | undefined =>
  fixed.find((document) => document.path === path)?.after;

/** A terminal would do what control characters in a document say; a program gets every byte. */
const shown = (text: string, { terminal }: Io): string =>
  terminal ? text.replace(/(?![\n\t])\p{Cc}|\p{Cf}/gu, '') : text;

function writeAll(fixed: FixedDocument[], cwd: string): { written: FixedDocument[]; problems: string[] } {
  const written: FixedDocument[] = [];
  const problems: string[] = [];
  for (const document of fixed) {
    const { root, name } = placeOf(cwd, document.path);
    const failed = rewriteFile({ ...document, root, path: name });
    if (failed) problems.push(failed.problem);
    else written.push(document);
  }
  return { written, problems };
}

function summary(fixed: FixedDocument[], what: 'applied' | 'to apply'): string {
  if (fixed.length === 0) return `no fixes ${what}\n`;
  const total = fixed.reduce((sum, { applied }) => sum + applied, 0);
  const files = fixed.map(({ path, applied }) => `${applied} in ${inTerminal(path)}`);
  return `${total === 1 ? '1 fix' : `${total} fixes`} ${what}: ${files.join(', ')}\n`;
}
