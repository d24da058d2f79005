import { alsoAt, insertLine, onLine, pickLine, placesOf, removeLines, replaceLine } from './damage.js';

const main = (files) => Object.keys(files)[0];
const row = /^\|(?! ---| &nbsp; \| Name| &nbsp; \| Leads| Group | Name | Artifact ).*\|$/;
const heading = /^## /;
const entry = /^- \[.*\]\(#/;

/** Damage to headings, contents and tables. */
export const documentKinds = {
  'a heading renamed': (files, pick) => {
    const index = pickLine(files, main(files), heading, pick);
    if (index === null || !/^- \[?/m.test(files[main(files)])) return null;
    const name = files[main(files)].split('\n')[index].slice(3);
    return alsoAt(
      replaceLine(files, main(files), index, (line) => `${line} Team`),
      `- [${name}]`,
      `- ${name}`,
    );
  },
  'an entry of the contents lost': (files, pick) => {
    const index = pickLine(files, main(files), entry, pick);
    if (index === null) return null;
    const name = /\[(.*)\]/.exec(files[main(files)].split('\n')[index])[1];
    return removeLines(files, main(files), index, 1, [`## ${name}`]);
  },
  'an entry of the contents left over': (files, pick) => {
    const index = pickLine(files, main(files), entry, pick);
    return index === null ? null : insertLine(files, main(files), index, '- [Budget](#budget)');
  },
  'an anchor misspelt': onLine(entry, (line) => line.replace(/\(#(.)(.)/, '(#$2$1')),
  'a fragment misspelt': onLine(/\(#leads\)/, (line) => line.replace('(#leads)', '(#laeds)')),
  'a section moved': (files, pick) => {
    const path = main(files);
    const lines = files[path].split('\n');
    const starts = lines.flatMap((line, index) => (heading.test(line) ? [index] : []));
    if (starts.length < 4 || !lines.some((line) => entry.test(line))) return null;
    const which = 1 + pick(starts.length - 2);
    const moved = lines.splice(starts[which], starts[which + 1] - starts[which]);
    lines.splice(starts[0], 0, ...moved);
    const changed = { ...files, [path]: lines.join('\n') };
    return { files: changed, places: placesOf(changed, moved[0]) };
  },
  'a list entry misspelt': onLine(/^- [A-Z]/, (line) => line.replace(/^- (.)(.)(.)/, '- $1$3$2')),
  'a list entry lost': (files, pick) => {
    const index = pickLine(files, main(files), /^- [A-Z]/, pick);
    if (index === null) return null;
    return removeLines(files, main(files), index, 1, [`## ${files[main(files)].split('\n')[index].slice(2)}`]);
  },
  'a section lost': (files, pick) => {
    const path = main(files);
    const lines = files[path].split('\n');
    const starts = lines.flatMap((line, index) => (heading.test(line) ? [index] : []));
    if (starts.length < 5) return null;
    const which = pick(starts.length - 1);
    const name = lines[starts[which]].slice(3);
    return removeLines(files, path, starts[which], starts[which + 1] - starts[which], [`- ${name}`, `- [${name}]`]);
  },
  'a cell lost': onLine(row, (line) => line.replace(/ \|[^|]*\|$/, ' |')),
  'a cell too many': onLine(row, (line) => `${line} Mondays |`),
  'a pipe lost': onLine(row, (line) => line.replace(/\) \| \[/, ') [')),
  'a separator with a column less': onLine(/^\| --- \|/, (line) => line.replace('| --- ', '')),
  'a blank line in a table': (files, pick) => {
    const index = pickLine(files, main(files), row, pick);
    const before = index === null ? '' : files[main(files)].split('\n')[index - 1];
    if (index === null || !row.test(before)) return null;
    const damage = insertLine(files, main(files), index, '');
    return { ...damage, places: [{ path: main(files), line: index }, ...damage.places] };
  },
  'a row broken over two lines': onLine(row, (line) =>
    line.split(' | ').length < 4 ? null : line.replace(/^((?:[^|]*\|){3}) /, '$1\n'),
  ),
  'a stray backslash': onLine(/\) \|$/, (line) => line.replace(/\) \|$/, ')\\ |')),
  'a stray pipe': onLine(/^[A-Z].*\.$/, (line) => `${line} |`),
  'a row of an older layout': onLine(/^\| &nbsp; \| \[/, (line) =>
    line.replace(/\[(.*?)\]\((.*?)\) \|([^|]*)\|/, '$1 |$3| [$1]($2) |'),
  ),
  'a row pasted from another table': onLine(/^\| &nbsp; \| Octo/, (line) =>
    line.replace(/\| ([^|]*) \| ([^|]*) \|$/, '| $2 | $1 |'),
  ),
  'text of the template': onLine(/^\| &nbsp; \| /, (line) => line.replace(/Octo [A-Z][a-z]+(?=[\] ])/, '<name>')),
  'a template section left': (files, pick) => {
    const index = pickLine(files, main(files), heading, pick);
    if (index === null || !/Mission:/.test(files[main(files)])) return null;
    return insertLine(files, main(files), index, '## (Working Group Template)\n\nMission: TBD\n');
  },
};
