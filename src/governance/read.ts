import { type Charter, emptyCharter } from '../model/charter.ts';
import type { MarkdownDocument } from '../text/document.ts';
import { formats } from './formats/index.ts';

/** Which format a document is of, and why; where none fits, what is missing for the nearest. */
export interface Recognition {
  format: string | null;
  because: string;
}

/** Below this a document only resembles a format. */
const fitting = 0.5;

/** Picks the format by content alone: files are called by any name. */
export function recogniseFormat(document: MarkdownDocument): Recognition {
  const ranked = Object.entries(formats)
    .map(([id, format]) => ({ id, ...format.recognise(document) }))
    .sort((a, b) => b.fit - a.fit);
  const [best] = ranked;
  if (!best) return { format: null, because: 'no format is known' };
  if (best.fit >= fitting) return { format: best.id, because: best.because };
  if (best.fit > 0) return { format: null, because: `nearest is ${best.id}, but ${best.because}` };
  return { format: null, because: ranked.map(({ id, because }) => `not ${id}: ${because}`).join('; ') };
}

/** Reads who owns what; an empty charter where no format fits. */
export function readCharter(document: MarkdownDocument): Recognition & { charter: Charter } {
  const recognition = recogniseFormat(document);
  const format = recognition.format === null ? undefined : formats[recognition.format];
  return { ...recognition, charter: format ? format.read(document) : emptyCharter };
}
