/** Larger documents are no governance documents; 5 MB is a hundred times the largest known. */
export const largestDocument = 5 * 1024 * 1024;

/**
 * @returns the document's text with its line ends and byte order mark as they are, or what is wrong with it: too large,
 * binary, not UTF-8.
 */
export function decodeDocument(bytes: Uint8Array, path: string): string | { problem: string } {
  if (bytes.length > largestDocument) return { problem: `${path} is larger than 5 MB and was not read` };
  if (bytes.includes(0)) return { problem: `${path} is a binary file, not a document` };
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { problem: `${path} is not encoded in UTF-8; save it as UTF-8` };
  }
}
