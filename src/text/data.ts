import { largestDocument } from './decode.ts';
import type { BrokenDocument, DataDocument } from './document.ts';
import { positionsIn } from './positions.ts';
import { readYaml, type YamlPath } from './yaml.ts';

/**
 * Reads a YAML document of the tree as data, with the position of every entry: no anchors, no tags, at most 5 MB.
 * @returns what is wrong with it, where it can't be read.
 */
export function readData(path: string, text: string): DataDocument | BrokenDocument {
  return readStretch({ path, text, source: text });
}

/** Reads a stretch of a document, such as a fenced block, as data; the positions are those of the document. */
export function readDataBetween(
  { path, text }: { path: string; text: string },
  [offset, endOffset]: [offset: number, endOffset: number],
): DataDocument | BrokenDocument {
  const blanks = (part: string) => part.replace(/[^\r\n]/g, ' ');
  const source = blanks(text.slice(0, offset)) + text.slice(offset, endOffset) + blanks(text.slice(endOffset));
  return readStretch({ path, text, source });
}

function readStretch({ path, text, source }: { path: string; text: string; source: string }) {
  const positions = positionsIn(path, text);
  const yaml = readYaml(source, { largest: largestDocument });
  if ('problems' in yaml) {
    const problems = yaml.problems.map(({ message, line, column }) => {
      const offset = positions.offsetOf({ line, column });
      return { message, at: positions.between(offset, offset) };
    });
    return { kind: 'broken', path, text, problems } satisfies BrokenDocument;
  }
  const place = (path: YamlPath, part: 'key' | 'value') => {
    const found = yaml.stretchOf(path)?.[part];
    return found ? positions.between(found[0], found[1]) : null;
  };
  return {
    kind: 'data',
    path,
    text,
    value: yaml.value,
    keyAt: (path) => place(path, 'key'),
    valueAt: (path) => place(path, 'value'),
  } satisfies DataDocument;
}
