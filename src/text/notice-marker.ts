const marker = /<!-- remit:notice ([\p{L}\p{N}-]{1,200}) -->/u;

/** @returns the hidden comment that says of which group a comment of ours tells, by its slug. */
export const noticeMarker = (group: string): string => `<!-- remit:notice ${group} -->`;

/**
 * @returns the slug of the group that a comment told of the issue; `null` when the text is no such comment. Anyone can
 * type a marker: ask only of a comment whose author is Remit itself.
 */
export const readNotice = (body: string): string | null => marker.exec(body)?.[1] ?? null;
