import { alsoAt, insertLine, onLine, pickLine, placesOf, removeLines, replaceLine } from './damage.js';

const main = (files) => Object.keys(files)[0];
const person = /\[(?:Octo [A-Z][a-z]+|octo-[a-z]+)\]\(https:\/\/github\.com\/octo-/;

/** Damage to groups and leads. */
export const peopleKinds = {
  'a seat in a dissolved group': onLine(/\| (?:Kraken|Octo Inc|Squid Labs) \| [A-Z]/, (line) =>
    line.replace(/\| [^|]* \|$/, '| Config |'),
  ),
  'a seat misspelt': onLine(/\| (?:Kraken|Octo Inc|Squid Labs) \| [A-Z][a-z]{5}/, (line) =>
    line.replace(/\| ([A-Z][a-z])([a-z])([a-z])([^|]*) \|$/, '| $1$3$2$4 |'),
  ),
  'the last lead removed': (files, pick) => {
    const path = main(files);
    const index = pickLine(files, path, /Squid Labs \| Storage \||octo-hare\) \|$/, pick);
    if (index === null) return null;
    return removeLines(files, path, index, 1, ['| Storage |', '## Storage', 'storage-wg-leads', '| &nbsp; | Leads']);
  },
  'the leads of a row emptied': onLine(/^\| [A-Z][a-z]+ \| Octo/, (line) =>
    line.replace(/^(\| [^|]* \|)[^|]*\|/, '$1  |'),
  ),
  'a group that is there twice': (files, pick) => {
    const path = main(files);
    const index = pickLine(files, path, /^\| (?:Build|Networking|Storage) \|/, pick);
    return index === null ? null : insertLine(files, path, index + 1, files[path].split('\n')[index]);
  },
  'a group renamed in one place': (files, pick) => {
    const index = pickLine(files, main(files), /^\| (?:Networking|Storage|Observability) \| \[/, pick);
    if (index === null) return null;
    const name = /^\| (\w+) /.exec(files[main(files)].split('\n')[index])[1];
    return alsoAt(
      replaceLine(files, main(files), index, (line) => line.replace(name, 'Platform')),
      new RegExp(`\\b${name}\\b`),
    );
  },
  'a group spelled two ways': onLine(/^- Edge and|Labs \| Edge and|Kraken \| Edge and/, (line) =>
    line.replace(' and ', ' & '),
  ),
  'the profile of another': onLine(person, (line) =>
    line.replace(/github\.com\/octo-[a-z]+/, 'github.com/octo-bear').replace('[octo-', '[octo-'),
  ),
  'a handle and a profile that differ': onLine(/\[octo-[a-z]+\]\(https:\/\/github/, (line) =>
    line.replace(/\[octo-[a-z]+\]/, '[octo-zebra]'),
  ),
  'a lead without a link': onLine(person, (line) => line.replace(/\[(Octo [A-Z][a-z]+|octo-[a-z]+)\]\([^)]*\)/, '$1')),
  'a profile that is none': onLine(person, (line) => line.replace(/github\.com\/octo-/, 'example.org/octo-')),
  'a parenthesis that is not closed': onLine(/ \([A-Z][^)]*\) \|/, (line) => line.replace(/\) \|/, ' |')),
  'a blank before the company lost': onLine(/[a-z] \((?:Octo|Squid|Kraken)/, (line) =>
    line.replace(/ \((Octo|Squid|Kraken)/, '($1'),
  ),
  'a company spelled two ways': onLine(/Squid Labs/, (line) => line.replace('Squid Labs', 'Squid LABS')),
  'a person with two companies': twice(/octo-ant\)/, (line) => line.replace(/Octo Inc/, 'Kraken')),
  'a name spelled two ways': twice(/Octo Ant\b/, (line) => line.replace('Octo Ant', 'Octo ANT')),
  'a person with two handles': twice(/octo-ant\b/, (line) => line.replaceAll('octo-ant', 'octo-antt')),
  'a lead who is listed twice': (files, pick) => {
    const path = main(files);
    const index = pickLine(files, path, /^\| &nbsp; \| .*octo-[b-m][a-z]+\)/, pick);
    return index === null ? null : insertLine(files, path, index + 1, files[path].split('\n')[index]);
  },
  'a lead out of order': (files, pick) => moveRow(files, pick, /^\| &nbsp; \| \[Octo (?!Mole)/, 4),
  'a group out of order': (files, pick) =>
    moveRow(files, pick, /^\| (?:Build|Documentation|Networking|Security) \| \[Folder/, 3),
};

/** Damage to one of the places where a person stands; which of them is right, nobody can tell from outside. */
function twice(expression, change) {
  return (files, pick) => {
    const own = placesOf(files, expression).filter(({ path }) => path === main(files));
    const damage = own.length > 1 ? onLine(expression, change)(files, pick) : null;
    return damage && { ...damage, places: [...damage.places, ...own] };
  };
}

/** Moves a row by as many rows as that, or as far as the table goes. */
function moveRow(files, pick, expression, by) {
  const path = main(files);
  const index = pickLine(files, path, expression, pick);
  if (index === null) return null;
  const lines = files[path].split('\n');
  const isRow = (at) => /^\| (?!---)/.test(lines[at] ?? '') && !/^\| (?:Group|&nbsp; \| Name) /.test(lines[at]);
  let to = index;
  const step = isRow(index + by) ? 1 : -1;
  while (Math.abs(to - index) < by && isRow(to + step)) to += step;
  if (Math.abs(to - index) < 2) return null;
  const [row] = lines.splice(index, 1);
  lines.splice(to, 0, row);
  const changed = { ...files, [path]: lines.join('\n') };
  return { files: changed, places: placesOf(changed, row) };
}
