import { type IssueRef, parseRef } from '../model/facts.ts';

/** @returns the issue that a command names by `#12`, `owner/repo#12` or its address; `null` where it names none. */
export function issueNamed(text: string, { owner, repository }: IssueRef): IssueRef | null {
  const [, short] = /^#?([1-9]\d{0,8})$/.exec(text) ?? [];
  if (short !== undefined) return { owner, repository, number: Number(short) };
  const [, path, number] = /^https:\/\/[^/\s]+\/([\w-]+\/[\w.-]+)\/issues\/(\d{1,9})$/.exec(text) ?? [];
  return parseRef(path === undefined ? text : `${path}#${number}`);
}
