const mark = '<!-- remit:reopened v1 -->';

/** Whether Remit has opened the milestone again before, by the hidden mark in its description. */
export const wasReopened = (description: string | null): boolean => (description ?? '').includes(mark);

/** @returns the description with the mark, which GitHub does not show. */
export function withReopenedMark(description: string | null): string {
  const text = (description ?? '').trimEnd();
  return text === '' ? mark : `${text}\n\n${mark}`;
}
