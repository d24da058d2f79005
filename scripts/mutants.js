import { lint } from '../dist/governance/lint.js';
import { treeOf } from '../dist/model/tree.js';
import { cleanProjects } from './mutants/documents.js';
import { fileKinds } from './mutants/kinds-across-files.js';
import { documentKinds } from './mutants/kinds-of-document.js';
import { linkKinds } from './mutants/kinds-of-links.js';
import { peopleKinds } from './mutants/kinds-of-people.js';
import { printRows } from './print-rows.js';

/**
 * `npm run mutants [seed]`: does realistic damage to sound projects, each kind at several places, and sees whether the
 * check finds it on the line. Fails below 95 of 100, and where a sound project has any finding.
 */
const goal = 0.95;
const tries = 5;
const seed = Number(process.argv[2] ?? 1);
const kinds = { ...documentKinds, ...linkKinds, ...peopleKinds, ...fileKinds };

const keyOf = ({ rule, at, message }, files) =>
  `${at.path} ${rule} ${message} ${files[at.path].split('\n')[at.line - 1]}`;

function findingsIn(files) {
  const readable = Object.entries(files).filter(([path]) => !path.endsWith('.png'));
  const { files: checked } = lint(
    readable.map(([path, text]) => ({ path, text })),
    { tree: treeOf(Object.keys(files)) },
  );
  return checked.flatMap((file) => file.findings);
}

const alarms = Object.entries(cleanProjects).flatMap(([format, files]) =>
  findingsIn(files).map(({ at, rule, message }) => `  ${format} ${at.path}:${at.line} ${rule}: ${message}`),
);
if (alarms.length > 0) console.log(`Findings in sound projects\n\n${alarms.join('\n')}\n`);

const outcomes = Object.entries(kinds).flatMap(([kind, damage]) =>
  Object.entries(cleanProjects).flatMap(([format, files]) => mutate({ kind, damage, format, files })),
);
printKinds(outcomes);
printFormats(outcomes);
const found = outcomes.filter((each) => each.found).length;
const rate = found / outcomes.length;
console.log(
  `\n${found} of ${outcomes.length} mutants of ${Object.keys(kinds).length} kinds found on their line (${rate.toFixed(3)}); goal ≥ ${goal}, seed ${seed}.`,
);
process.exit(rate >= goal && alarms.length === 0 ? 0 : 1);

/** The same damage at several places; places that come up twice count once. */
function mutate({ kind, damage, format, files }) {
  const before = new Set(findingsIn(files).map((finding) => keyOf(finding, files)));
  const random = randomFrom(seed);
  const seen = new Map();
  for (let attempt = 0; attempt < tries; attempt++) {
    const damaged = damage(files, (count) => Math.floor(random() * count));
    if (damaged) seen.set(JSON.stringify(damaged.files), damaged);
  }
  return [...seen.values()].map((damaged) => {
    const fresh = findingsIn(damaged.files).filter((finding) => !before.has(keyOf(finding, damaged.files)));
    const hits = fresh.filter(({ at }) =>
      damaged.places.some(({ path, line }) => path === at.path && line >= at.line && line <= at.endLine),
    );
    return {
      kind,
      format,
      found: hits.length > 0,
      rules: hits.map(({ rule }) => rule),
      place: damaged.places[0],
      fresh,
    };
  });
}

function printKinds(all) {
  const rows = Object.keys(kinds).map((kind) => {
    const own = all.filter((each) => each.kind === kind);
    const hit = own.filter((each) => each.found);
    const rules = [...new Set(own.flatMap((each) => each.rules))].sort().join(', ');
    return [kind, own.length, hit.length, rules];
  });
  printRows(['kind of damage', 'mutants', 'found', 'by'], rows);
  for (const { kind, format, place, fresh } of all.filter((each) => !each.found)) {
    const elsewhere = fresh.map(({ at, rule }) => `${rule} at ${at.path}:${at.line}`).join(', ') || 'nothing';
    console.log(`  missed: ${kind} in ${format} at ${place?.path}:${place?.line}; told instead: ${elsewhere}`);
  }
}

function printFormats(all) {
  console.log('');
  printRows(
    ['format', 'mutants', 'found'],
    Object.keys(cleanProjects).map((format) => {
      const own = all.filter((each) => each.format === format);
      return [format, own.length, own.filter((each) => each.found).length];
    }),
  );
}

/** Mulberry32: the same seed gives the same damage. */
function randomFrom(start) {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
