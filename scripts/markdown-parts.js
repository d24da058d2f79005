/** A fence longer than any run of backticks inside, so that a document can hold fences of its own. */
export function fence(text, language = 'markdown') {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${text.replace(/\n$/, '')}\n${marks}`;
}

/** A table of a unit's options, with their defaults; empty where it has none. */
export function printOptions(options) {
  const shape = Object.entries(options.shape ?? {});
  if (shape.length === 0) return '';
  const defaults = options.parse({});
  const rows = shape.map(([key, schema]) => {
    const standard = defaults[key] === undefined ? '' : `\`${JSON.stringify(defaults[key])}\``;
    return `| \`${key}\` | ${schema.description ?? ''} | ${standard} |`;
  });
  return ['| option | meaning | default |', '| --- | --- | --- |', ...rows].join('\n');
}
