/** Control characters, zero-width characters and those that turn the direction of writing: none has a place in a line. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * How GitHub's runner reads a command anywhere in a line of the log, in its older form; a space breaks it.
 * Source: actions/runner, ActionCommand.TryParse.
 */
const runnerCommand = /##(?=\[)/g;

const longest = 120;

/** Text of people in one line of plain text, without anything invisible, cut where it is long. */
export function inTerminal(text: string): string {
  const line = text
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(invisible, '')
    .replace(runnerCommand, '## ')
    .replace(/ {2,}/g, ' ')
    .trim();
  const letters = [...line];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : line;
}

/** Text of people inside a message: between “ ”, in one line. */
export function quote(text: string): string {
  return `“${inTerminal(text)}”`;
}

/**
 * Text of people as code in Markdown. GitHub makes no mention, no reference and no HTML of what stands in a code span.
 * Source: GFM spec, “Code spans”: the fence is longer than any run of backticks inside; pipes would end a cell.
 */
export function codeSpan(text: string): string {
  const line = inTerminal(text).replaceAll('|', '¦') || ' ';
  const longestRun = Math.max(0, ...[...line.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longestRun + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

/**
 * Text of people as running text in Markdown: it shows as it is and does nothing. No mention and no reference to an
 * issue (a zero-width mark stands before the sign, since GitHub resolves entities before it looks for them), no HTML,
 * no markup, no link, no cell's end, no command at a line's start.
 */
export function inMarkdown(text: string): string {
  return inTerminal(text)
    .replace(/[\\`*_[\]<>#|~&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/^[-+=/]|^(\d+)([.)])/, (start, number = start, sign = '') =>
      sign === '' ? `&#${start.charCodeAt(0)};` : `${number}&#${sign.charCodeAt(0)};`,
    )
    .replace(/@/g, '@\u2060')
    .replace(/&#35;/g, '&#35;\u2060')
    .replace(/:\/\/|www(?=\.)|gh(?=-\d)/gi, (word) => `${word[0]}\u2060${word.slice(1)}`);
}
