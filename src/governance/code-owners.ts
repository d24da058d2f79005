import type { CodeOwner } from '../model/project.ts';
import { positionsIn } from '../text/positions.ts';

/** GitHub knows the file by its name. Source: GitHub's docs, “About code owners”. */
export const isCodeOwners = (path: string): boolean => /(?:^|\/)CODEOWNERS$/.test(path);

/** @returns every owner that starts with `@`, in the file's order; those named by mail address are left out. */
export function readCodeOwners({ path, text }: { path: string; text: string }): CodeOwner[] {
  const positions = positionsIn(path, text);
  return [...text.matchAll(/^[^\r\n]*$/gm)].flatMap((line) => {
    const rule = line[0].replace(/(?:^|\s)#.*$/, '');
    return [...rule.matchAll(/\s@([\w.-]+(?:\/[\w.-]+)?)(?=\s|$)/g)].map((owner) => {
      const start = line.index + owner.index + 1;
      return { name: owner[1] ?? '', at: positions.between(start, start + (owner[1]?.length ?? 0) + 1) };
    });
  });
}
