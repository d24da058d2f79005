const checkMarker = '<!-- remit:check -->';
const suggestion = /<!-- remit:suggestion ([0-9a-f]{1,32}) -->\s*$/;

/** @returns the text with what makes it the check's comment on a pull request, unseen by readers. */
export const markCheck = (body: string): string => `${checkMarker}\n${body}`;

/** Anyone can type a marker: ask only of a comment whose author is Remit itself. */
export const isCheckComment = (body: string): boolean => body.trimStart().startsWith(checkMarker);

/** @returns the text with what tells this suggestion from others, unseen by readers. */
export const markSuggestion = (body: string, digest: string): string =>
  `${body}\n\n<!-- remit:suggestion ${digest} -->`;

/** @returns the digest of a suggestion, `null` when the text is none; to be asked as `isCheckComment`. */
export const readSuggestionMarker = (body: string): string | null => suggestion.exec(body)?.[1] ?? null;
