/** Prints columns side by side, as wide as their widest cell, under a heading. */
export function printTable(heading: string[], rows: string[][], emphasise: (text: string) => string): string {
  const widths = heading.map((_, column) =>
    Math.max(...[heading, ...rows].map((row) => [...(row[column] ?? '')].length)),
  );
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd();
  return `${[emphasise(line(heading)), ...rows.map(line)].join('\n')}\n`;
}
