import { type IssueRef, parseRef, printRef } from '../model/facts.ts';

/** @returns the issue that a command names by `#12`, `owner/repo#12` or its address; `null` where it names none. */
export function issueNamed(text: string, { owner, repository }: IssueRef): IssueRef | null {
  const [, short] = /^#?([1-9]\d{0,8})$/.exec(text) ?? [];
  if (short !== undefined) return { owner, repository, number: Number(short) };
  const [, path, number] = /^https:\/\/[^/\s]+\/([\w-]+\/[\w.-]+)\/issues\/(\d{1,9})$/.exec(text) ?? [];
  return parseRef(path === undefined ? text : `${path}#${number}`);
}

/** @returns the issue as one would type it from another one: `#12`, or `owner/repo#12`. */
export function typedRef(ref: IssueRef, from: IssueRef): string {
  const isNear = ref.owner === from.owner && ref.repository === from.repository;
  return isNear ? `#${ref.number}` : printRef(ref);
}
