import type { Finding } from '../model/finding.ts';
import { digestOf } from '../text/digest.ts';
import { linesOf } from '../text/lines.ts';
import type { CheckedFile } from './reporter.ts';

/**
 * What a finding is known by when its line moves: the rule, the line's text whatever its spaces, and a number where a
 * file has several such. The path is not part of it, since who compares has it apart.
 * @returns one for each finding of the file, in their order, such as `0123456789abcd:1`.
 */
export function fingerprintsOf({ findings, text }: CheckedFile): Map<Finding, string> {
  const lines = linesOf(text);
  const counts = new Map<string, number>();
  const digests = new Map<string, string>();
  const digestAt = (rule: string, line: number): string => {
    const key = `${rule}:${line}`;
    const digest = digests.get(key) ?? digestOf(`${rule}\n${(lines[line - 1] ?? '').replace(/\s+/g, ' ').trim()}`);
    digests.set(key, digest);
    return digest;
  };
  return new Map(
    findings.map((finding) => {
      const digest = digestAt(finding.rule, finding.at.line);
      const count = (counts.get(digest) ?? 0) + 1;
      counts.set(digest, count);
      return [finding, `${digest}:${count}`];
    }),
  );
}
