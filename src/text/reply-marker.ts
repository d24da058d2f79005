const marker = /<!-- remit:reply to ([\w=-]{1,200}) -->/;

/** @returns the hidden comment that makes a comment of ours the answer to another one, by that one's node id. */
export const replyMarker = (to: string): string => `<!-- remit:reply to ${to} -->`;

/**
 * @returns the node id of the comment that this one answers, `null` when it answers none. Anyone can type a marker: ask
 * only of a comment whose author is Remit itself.
 */
export const readReplyMarker = (body: string): string | null => marker.exec(body)?.[1] ?? null;
