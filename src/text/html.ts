import { inTerminal } from './escape.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text of people inside HTML, between tags or in an attribute between quotes: it shows as it is, in one line. */
export const inHtml = (text: string): string => inTerminal(text).replace(/[&<>"']/g, (sign) => entities[sign]!);
