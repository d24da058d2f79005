/** Text that is safe to send as HTML. */
export interface Html {
  html: string;
}

/** A template whose values are escaped, other than those that are HTML already: all text here is hostile. */
export function html(strings: TemplateStringsArray, ...values: (string | number | Html | Html[])[]): Html {
  const parts = strings.map((string, index) => string + (index < values.length ? print(values[index] ?? '') : ''));
  return { html: parts.join('') };
}

function print(value: string | number | Html | Html[]): string {
  if (Array.isArray(value)) return value.map((each) => each.html).join('');
  return typeof value === 'object' ? value.html : escapeHtml(String(value));
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}
