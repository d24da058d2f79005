/**
 * @returns the value as JSON, with a newline at its end. It holds a document's text as it is, and GitHub's runner reads
 * a command anywhere in a line of the log, see `inTerminal`: the escape means the same to whoever parses it.
 */
export const printedJson = (value: object): string =>
  `${JSON.stringify(value, null, 2).replaceAll('##[', '##\\u005b')}\n`;
