import { type Answer, type Call, rawAnswer } from '../http/call.ts';
import { mediaParameter } from '../http/media-type.ts';
import { diffText } from '../shapes/diff-text.ts';
import type { FileTree } from '../state/entities.ts';

/** A change as text, where the client asks for that in `Accept`; null where it asks for JSON. */
export function diffAnswer(
  { headers }: Call,
  change: () => { before: FileTree | undefined; after: FileTree },
): Answer | null {
  if (mediaParameter(headers) !== 'diff') return null;
  const { before, after } = change();
  return rawAnswer(diffText(before, after), 'diff');
}
