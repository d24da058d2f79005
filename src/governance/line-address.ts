import type { Position } from '../model/position.ts';

/**
 * @param base where the tree lies, such as `https://github.com/octo-org/octo-repo/blob/<commit>`
 * @returns the address of a stretch's lines; Markdown is asked for as it was written, since rendered it has no lines
 */
export function lineAddress(base: string, { path, line, endLine }: Position): string {
  const encoded = path.split('/').map(encodePart).join('/');
  const plain = /\.(?:md|markdown)$/i.test(path) ? '?plain=1' : '';
  return `${base}/${encoded}${plain}#L${line}${endLine > line ? `-L${endLine}` : ''}`;
}

/** Parentheses too, which would end a link of Markdown. */
const encodePart = (part: string): string =>
  encodeURIComponent(part).replace(/[()*'!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
