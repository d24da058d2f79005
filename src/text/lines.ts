/** @returns the lines of a text without their ends; they end as in `positions.ts`, so that line n is `[n - 1]`. */
export const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);
