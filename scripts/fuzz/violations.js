/**
 * Holds what the check says of a project against what it promises of any.
 * @param check `{ lint, treeOf, applyFixes, readYaml, reporters }`, from the sources or from the build; `applyFixes` and
 * `reporters` may be missing
 * @returns what is broken, one sentence each
 */
export function violationsOf(project, check) {
  try {
    const files = lintAll(project, check);
    return [
      ...files.flatMap((file) => [...placesIn(file, project), ...messagesIn(file), ...orderOf(file)]),
      ...project.flatMap((file) => brokenYaml(file, check)),
      ...endlessFixes(project, files, check),
    ];
  } catch (error) {
    return [`it fails: ${error.stack}${error.cause ? `\ncaused by ${error.cause.stack}` : ''}`];
  }
}

function lintAll(project, { lint, treeOf }) {
  return lint(project, { tree: treeOf(project.map(({ path }) => path)) }).files;
}

function placesIn({ findings }, project) {
  return findings.flatMap(({ rule, at, fix, related }) => {
    const places = [at, ...(fix ? [fix.at] : []), ...related.map((each) => each.at)];
    return places.flatMap((place) => {
      const file = project.find(({ path }) => path === place.path);
      const wrong = file ? wrongPlace(place, file.text) : 'in no file of the project';
      return wrong ? [`${rule} points to a place that is ${wrong}: ${JSON.stringify(place)}`] : [];
    });
  });
}

function wrongPlace({ line, column, endLine, endColumn, offset, endOffset }, text) {
  const numbers = [line, column, endLine, endColumn, offset, endOffset];
  if (!numbers.every(Number.isSafeInteger)) return 'not made of whole numbers';
  if (offset < 0 || endOffset < offset || endOffset > text.length) return 'outside of the document';
  if (offsetOf(text, line, column) !== offset) return 'elsewhere by its line than by its offset';
  if (offsetOf(text, endLine, endColumn) !== endOffset) return 'elsewhere by its last line than by its last offset';
  return null;
}

/** Counted anew, without the product's own code. `null` where the line is shorter than that. */
function offsetOf(text, line, column) {
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    if (!ends.exec(text)) return null;
    start = ends.lastIndex;
  }
  const next = ends.exec(text);
  const end = next ? next.index + next[0].length : text.length;
  return column >= 1 && start + column - 1 <= end ? start + column - 1 : null;
}

/** What a terminal, a log or a table would not show as one line. */
const unprintable = /[\p{Cc}\u2028\u2029]/u;

function messagesIn({ findings }) {
  return findings.flatMap(({ rule, message, related }) =>
    [message, ...related.map((each) => each.message)]
      .filter((said) => said === '' || unprintable.test(said))
      .map((said) => `${rule} says what is no single line: ${JSON.stringify(said)}`),
  );
}

function orderOf({ path, findings }) {
  const problems = [];
  findings.forEach((finding, index) => {
    const before = findings[index - 1];
    if (before && isBefore(finding, before)) problems.push(`${path}: ${finding.rule} stands after ${before.rule}`);
  });
  const said = findings.map(({ rule, at, message }) => `${rule} ${at.offset}-${at.endOffset} ${message}`);
  const twice = said.filter((each, index) => said.indexOf(each) !== index);
  return [...problems, ...twice.map((each) => `${path}: said twice: ${each}`)];
}

const isBefore = (one, other) =>
  one.at.line - other.at.line < 0 || (one.at.line === other.at.line && one.at.column < other.at.column);

function brokenYaml({ path, text }, { readYaml }) {
  const read = readYaml(text);
  if (!('problems' in read)) return wrongStretches(read.value, [], read, text).map((each) => `${path}: ${each}`);
  return read.problems.flatMap(({ message, line, column }) => [
    ...(offsetOf(text, line, column) === null
      ? [`${path}: YAML is wrong outside of the document, ${line}:${column}`]
      : []),
    ...(unprintable.test(message) ? [`${path}: YAML is wrong in several lines: ${JSON.stringify(message)}`] : []),
  ]);
}

function wrongStretches(value, way, read, text) {
  const found = read.stretchOf(way);
  const isFound =
    found !== null &&
    [found.key, found.value].every(([start, end]) => 0 <= start && start <= end && end <= text.length);
  const entries = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const keys = Array.isArray(value) ? entries.map(Number) : entries;
  return [
    ...(isFound ? [] : [`no place for the entry ${JSON.stringify(way)}: ${JSON.stringify(found)}`]),
    ...keys.flatMap((key) => wrongStretches(value[key], [...way, key], read, text)),
  ];
}

/** One run of fixes may make way for another; after that one there is nothing left to do. */
function endlessFixes(project, files, check) {
  if (!check.applyFixes || !files.some(({ findings }) => findings.some(({ fix }) => fix))) return [];
  const once = fixAll(project, files, check);
  const twice = fixAll(once, lintAll(once, check), check);
  const thrice = fixAll(twice, lintAll(twice, check), check);
  return twice.flatMap(({ path, text }, index) =>
    thrice[index].text === text ? [] : [`${path}: fixes that never end: ${JSON.stringify([text, thrice[index].text])}`],
  );
}

function fixAll(project, files, { applyFixes }) {
  return project.map((file) => {
    const findings = files.find(({ path }) => path === file.path)?.findings ?? [];
    return { ...file, text: applyFixes(file.text, findings).text };
  });
}
