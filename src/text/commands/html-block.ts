/** How a block of HTML ends: with a line that has this, or at a blank line. */
export type HtmlEnd = RegExp | 'blank line';

const kinds: [start: RegExp, end: HtmlEnd][] = [
  [/^<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [
    /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i,
    'blank line',
  ],
];

/** A tag of any name, alone on its line. */
const loneTag =
  /^<(?:[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[a-z][a-z\d-]*\s*)>\s*$/i;

/**
 * @returns how the block of HTML ends that begins with this line, `null` where none begins. The line itself may end it.
 * Source: CommonMark spec, “HTML blocks”.
 */
export function htmlBlock(line: string, { interruptsText }: { interruptsText: boolean }): HtmlEnd | null {
  if (!line.startsWith('<')) return null;
  const [, end] = kinds.find(([start]) => start.test(line)) ?? [];
  return end ?? (!interruptsText && loneTag.test(line) ? 'blank line' : null);
}
