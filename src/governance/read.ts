import { type Charter, emptyCharter } from '../model/charter.ts';
import { readData } from '../text/data.ts';
import type { BrokenDocument, DataDocument, MarkdownDocument } from '../text/document.ts';
import { readMarkdown } from '../text/markdown.ts';
import { withColumns } from './column-words.ts';
import { formats } from './formats/index.ts';

/** Which format a document is of, and why; where none fits, what is missing for the nearest. */
export interface Recognition {
  format: string | null;
  because: string;
}

export type ReadDocument = MarkdownDocument | DataDocument | BrokenDocument;

/** Below this a document only resembles a format. */
const fitting = 0.5;

/**
 * Reads a document as Markdown or as data; which of them it is, its name says, as it does for GitHub.
 * @param options.columns what the project calls the columns of its tables.
 */
export function readDocument(
  { path, text }: { path: string; text: string },
  { columns = {} }: { columns?: Record<string, string[]> } = {},
): ReadDocument {
  return /\.(?:ya?ml|json)$/i.test(path) ? readData(path, text) : withColumns(readMarkdown(path, text), columns);
}

/** Picks the format by content alone: files are called by any name. */
export function recogniseFormat(document: ReadDocument): Recognition {
  if (document.kind === 'broken') return { format: null, because: document.problems[0]?.message ?? 'it can’t be read' };
  const ranked = fitsOf(document).sort((a, b) => b.fit - a.fit);
  const [best] = ranked;
  if (!best) return { format: null, because: 'no format is known' };
  if (best.fit >= fitting) return { format: best.id, because: best.because };
  if (best.fit > 0) return { format: null, because: `nearest is ${best.id}, but ${best.because}` };
  return { format: null, because: ranked.map(({ id, because }) => `not ${id}: ${because}`).join('; ') };
}

/** Reads who owns what; an empty charter where no format fits. */
export function readCharter(document: ReadDocument): Recognition & { charter: Charter } {
  const recognition = recogniseFormat(document);
  return { ...recognition, charter: readAs(recognition.format, document) };
}

function fitsOf(document: MarkdownDocument | DataDocument): { id: string; fit: number; because: string }[] {
  return Object.entries(formats).flatMap(([id, format]) => {
    if (format.of === 'markdown' && document.kind === 'markdown') return [{ id, ...format.recognise(document) }];
    if (format.of === 'data' && document.kind === 'data') return [{ id, ...format.recognise(document) }];
    return [];
  });
}

function readAs(id: string | null, document: ReadDocument): Charter {
  const format = id === null ? undefined : formats[id];
  if (format?.of === 'markdown' && document.kind === 'markdown') return format.read(document);
  if (format?.of === 'data' && document.kind === 'data') return format.read(document);
  return emptyCharter;
}
