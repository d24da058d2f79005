import { renderMarkdown, textOfMarkdown } from '../pages/markdown.ts';

const formats = ['text', 'html', 'full'];

/**
 * Gives every text that someone wrote in the format that a client asks for: as `body_text`, as `body_html`, or with both
 * besides. Source: GitHub docs, REST API, Media types, Comment body properties.
 */
export function renderBodies(value: unknown, format: string | null): unknown {
  if (format === null || !formats.includes(format)) return value;
  if (Array.isArray(value)) return value.map((each) => renderBodies(each, format));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, renderBodies(each, format)]);
  const { body, ...rest } = Object.fromEntries(entries);
  return isWriting(value) ? { ...rest, ...writtenAs(body, format) } : Object.fromEntries(entries);
}

function isWriting(value: object): boolean {
  return 'body' in value && 'user' in value;
}

function writtenAs(body: unknown, format: string): Record<string, unknown> {
  const text = typeof body === 'string' ? body : '';
  return {
    ...(format === 'full' ? { body } : {}),
    ...(format === 'html' ? {} : { body_text: textOfMarkdown(text) }),
    ...(format === 'text' ? {} : { body_html: renderMarkdown(text).html }),
  };
}
