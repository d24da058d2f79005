import type { Charter } from '../model/charter.ts';
import type { Heading, MarkdownDocument } from '../text/document.ts';
import { isTemplateName } from './template.ts';

/**
 * @returns the headings of sections that are a template for groups and no group: `(Working Group Template)` in any
 * document, without brackets only in one that describes groups, since others explain how to make one.
 */
export function templateSections({ headings }: MarkdownDocument, { groups }: Charter): Heading[] {
  return headings.filter(({ text }) => isTemplateName(text) && (groups.length > 0 || /^[([{<]/.test(text)));
}
