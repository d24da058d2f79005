import { indentOf } from './containers.ts';

const delimiter = /^(?=.*[|:]) {0,3}\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$/;

/**
 * Whether two lines begin a table: the second stands for its columns, and the first has as many cells.
 * Source: GFM spec, “Tables”.
 */
export function beginsTable(head: string, second: string): boolean {
  return delimiter.test(second) && indentOf(head, 0) <= 3 && cellsIn(head) === cellsIn(second);
}

const cellsIn = (row: string): number =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .replace(/\\./g, '')
    .split('|').length;
