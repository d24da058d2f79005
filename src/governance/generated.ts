import type { ReadDocument } from './read.ts';

/** What programs write at the top of the files that they make; further down it would be prose. */
const marks = /auto-?generated|generated (?:by|from)|do not edit/i;
const top = 1000;

/** Whether a comment at the file's top says that a program made it. */
export function isGenerated({ text, kind }: ReadDocument): boolean {
  const comment = kind === 'markdown' ? /<!--[\s\S]*?-->/ : /^(?:\s*#[^\n]*\n)+/;
  return marks.test(comment.exec(text.slice(0, top))?.[0] ?? '');
}
