/**
 * @returns the value with U+FFFD for what PostgreSQL takes in no JSON: U+0000 and half of a surrogate pair. One of them in
 * what somebody wrote would keep all from being stored that is put in with it.
 */
export function storable<T>(value: T): T {
  const text = JSON.stringify(value);
  if (!refused.test(text)) return value;
  return JSON.parse(text, (_, part: unknown) => (typeof part === 'string' ? clean(part) : part)) as T;
}

/** How JSON writes them. Whatever else it meets is only looked at more closely. */
const refused = /\\u(?:0000|d[89a-f])/;

const clean = (text: string): string => text.replaceAll('\u0000', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd');
