/** What the checklist remembers between two decisions, in an HTML comment that no reader sees. */
export interface ChecklistMark {
  /** Version of the layout; a checklist of another version is written anew. */
  version: number;
  /** Stands for the meaning of all lines together: equal digests mean nothing to tell. */
  digest: string;
  /** Ids of the requirements that it lists as open. */
  open: string[];
}

const marker = /<!-- remit:checklist v(\d{1,4}) ([0-9a-f]{1,32}) open:([a-z0-9,-]{0,1000}) -->/g;

/** @returns the hidden comment that makes a comment of ours a checklist. */
export function checklistMarker({ version, digest, open }: ChecklistMark): string {
  return `<!-- remit:checklist v${version} ${digest} open:${open.join(',')} -->`;
}

/**
 * @returns what a checklist remembers, `null` when the text is none. Anyone can type a marker: ask only of a comment
 * whose author is Remit itself.
 */
export function readChecklistMarker(body: string): ChecklistMark | null {
  const last = [...body.matchAll(marker)].at(-1);
  if (!last) return null;
  return { version: Number(last[1]), digest: last[2]!, open: last[3]!.split(',').filter((id) => id !== '') };
}

/** Whether a comment of ours is a checklist, of whatever version. */
export const isChecklist = (body: string): boolean => readChecklistMarker(body) !== null;
