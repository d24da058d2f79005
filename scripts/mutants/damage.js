/** What damages files: a copy of them with one change, and the places at which it should be found. */

/** @returns the files with a line put in the place of another, `null` where that changes nothing. */
export function replaceLine(files, path, index, change) {
  const lines = files[path].split('\n');
  const changed = change(lines[index]);
  if (changed === null || changed === lines[index]) return null;
  lines[index] = changed;
  const added = changed.split('\n').length;
  const places = Array.from({ length: added }, (_, each) => ({ path, line: index + 1 + each }));
  return { files: { ...files, [path]: lines.join('\n') }, places };
}

/** @returns the files without lines, found where they stood or at the lines that `also` names by their texts. */
export function removeLines(files, path, index, count, also = []) {
  const lines = files[path].split('\n');
  lines.splice(index, count);
  const changed = { ...files, [path]: lines.join('\n') };
  const places = [{ path, line: index }, { path, line: index + 1 }, ...also.flatMap((each) => placesOf(changed, each))];
  return { files: changed, places };
}

/** @returns the files with a line before another one. */
export function insertLine(files, path, index, line) {
  const lines = files[path].split('\n');
  lines.splice(index, 0, ...line.split('\n'));
  return {
    files: { ...files, [path]: lines.join('\n') },
    places: [
      { path, line: index + 1 },
      { path, line: index + 2 },
    ],
  };
}

/** @returns the damage, to be found at these lines too. */
export function alsoAt(damage, ...texts) {
  if (!damage) return null;
  return { ...damage, places: [...damage.places, ...texts.flatMap((text) => placesOf(damage.files, text))] };
}

/** Lines of any file that a text or an expression is in. */
export function placesOf(files, text) {
  return Object.entries(files).flatMap(([path, content]) =>
    content.split('\n').flatMap((line, index) => {
      const isThere = typeof text === 'string' ? line.includes(text) : text.test(line);
      return isThere ? [{ path, line: index + 1 }] : [];
    }),
  );
}

/** @returns one of the lines of a file that fit, as an index; `null` where none does. */
export function pickLine(files, path, expression, pick) {
  const lines = (files[path] ?? '').split('\n');
  const fitting = lines.flatMap((line, index) => (expression.test(line) ? [index] : []));
  return fitting.length === 0 ? null : fitting[pick(fitting.length)];
}

/** A change of one fitting line of the main document, or of another file. */
export const onLine = (expression, change, path) => (files, pick) => {
  const file = path ?? Object.keys(files)[0];
  const index = pickLine(files, file, expression, pick);
  return index === null ? null : replaceLine(files, file, index, (line) => change(line, pick));
};
