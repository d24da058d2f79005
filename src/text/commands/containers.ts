/** A quote or an item of a list, which holds other blocks. */
export type Container = 'quote' | ListItem;

interface ListItem {
  /** Columns that a line must be indented by to belong to the item. */
  indent: number;
  /** Nothing stands in it yet: one blank line then ends it. */
  isEmpty: boolean;
}

/** Quotes and lists in each other, beyond which what looks like one more is text: nobody nests them so. */
const deepest = 100;

/**
 * @returns of the open containers, how many the line continues, and where its own text begins. Tabs are spaces by now.
 * Source: CommonMark spec, “Phase 1: block structure”.
 */
export function continueContainers(containers: Container[], line: string): { depth: number; at: number } {
  if (/^ *$/.test(line)) {
    const ended = containers.findIndex((container) => container === 'quote' || container.isEmpty);
    return { depth: ended < 0 ? containers.length : ended, at: line.length };
  }
  let at = 0;
  for (const [depth, container] of containers.entries()) {
    const indent = indentOf(line, at);
    if (container === 'quote') {
      const mark = at + indent;
      if (indent > 3 || line[mark] !== '>') return { depth, at };
      at = afterQuoteMark(line, mark);
    } else if (indent < container.indent) {
      return { depth, at };
    } else {
      at += container.indent;
      container.isEmpty = false;
    }
  }
  return { depth: containers.length, at };
}

/** @returns the container that begins there, and where its text does; `null` where none does. */
export function openContainer(
  line: string,
  { at, depth, interruptsText }: { at: number; depth: number; interruptsText: boolean },
): { container: Container; at: number } | null {
  const indent = indentOf(line, at);
  const mark = at + indent;
  if (indent > 3 || depth >= deepest) return null;
  if (line[mark] === '>') return { container: 'quote', at: afterQuoteMark(line, mark) };

  bullet.lastIndex = mark;
  const [bulletMark = '', number] = bullet.exec(line) ?? [];
  if (bulletMark === '') return null;
  const end = mark + bulletMark.length;
  const padding = indentOf(line, end);
  const isEmpty = end + padding === line.length;
  if (interruptsText && (isEmpty || (number !== undefined && Number(number) !== 1))) return null;
  // Beyond four, the spaces belong to code that stands in the item.
  const inner = isEmpty || padding > 4 ? 1 : padding;
  return {
    container: { indent: indent + bulletMark.length + inner, isEmpty },
    at: Math.min(end + inner, line.length),
  };
}

const bullet = /(?:[-*+]|(\d{1,9})[.)])(?= |$)/y;

/** @returns how many spaces stand there. */
export function indentOf(line: string, at: number): number {
  let end = at;
  while (line[end] === ' ') end += 1;
  return end - at;
}

const afterQuoteMark = (line: string, mark: number): number => mark + (line[mark + 1] === ' ' ? 2 : 1);
