/** Lines of the new file by their number, as one hunk shows them: those that are added and those around them. */
export type RightSide = Map<number, string>;

const head = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/**
 * @returns the right side of each hunk of a unified diff. Source: “Detailed Description of Unified Format” in the manual
 * of GNU diffutils; GitHub gives the hunks without a header.
 */
export function rightSidesOf(patch: string): RightSide[] {
  const hunks: RightSide[] = [];
  let number = 0;
  for (const line of patch.split('\n')) {
    const start = head.exec(line)?.[1];
    if (start !== undefined) {
      hunks.push(new Map());
      number = Number(start);
    } else if (line.startsWith(' ') || line.startsWith('+')) {
      hunks.at(-1)?.set(number, line.slice(1));
      number += 1;
    }
  }
  return hunks;
}
