/** What the checklist remembers between two decisions, in an HTML comment that no reader sees. */
export interface ChecklistMark {
  /** Version of the layout; a checklist of another version is written anew. */
  version: number;
  /** Stands for the meaning of all lines together: equal digests mean nothing to tell. */
  digest: string;
  /** Ids of the requirements that it lists as open. */
  open: string[];
}

/** A checklist's parts: Remit's stands between two hidden comments, and what people wrote around it is theirs. */
export interface ChecklistText {
  mark: ChecklistMark;
  /** Text of people before Remit's part and behind it, untouched; most often empty. */
  before: string;
  after: string;
}

const start = /<!-- remit:checklist v(\d{1,4}) ([0-9a-f]{1,32}) open:([a-z0-9,-]{0,1000}) -->/;
const end = '<!-- /remit:checklist -->';

/** @returns the text of the comment, with Remit's lines between the people's. */
export function printChecklist({ mark: { version, digest, open }, before, after }: ChecklistText, lines: string[]) {
  const opening = `<!-- remit:checklist v${version} ${digest} open:${open.join(',')} -->`;
  return `${before}${[opening, ...lines, end].join('\n')}${after}`;
}

/**
 * @returns the parts of a checklist, `null` when the text is none. Without the end, all below the start is Remit's.
 * Anyone can type a marker: ask only of a comment whose author is Remit itself.
 */
export function readChecklist(body: string): ChecklistText | null {
  const found = start.exec(body);
  if (!found) return null;
  const [opening, version, digest, open] = found;
  const endsAt = body.lastIndexOf(end);
  return {
    mark: { version: Number(version), digest: digest!, open: open!.split(',').filter((id) => id !== '') },
    before: body.slice(0, found.index),
    after: endsAt < found.index + opening.length ? '' : body.slice(endsAt + end.length),
  };
}

/** Whether a comment of ours is a checklist, of whatever version. */
export const isChecklist = (body: string): boolean => readChecklist(body) !== null;
