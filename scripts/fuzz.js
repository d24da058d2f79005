import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { anyProject } from './fuzz/damaged-projects.js';
import { violationsOf } from './fuzz/violations.js';

/**
 * `npm run fuzz [count] [seed]`: damages small projects at random and holds what the check says of them against what it
 * promises of any. The same seed gives the same projects. Fails with the smallest project that breaks a promise.
 */
const count = numberOf(process.argv[2], 100_000);
const seed = numberOf(process.argv[3], Math.floor(Math.random() * 0x7fffffff));
/** Progress is told, and a seed used, for so many at once. */
const batch = 1000;

const check = await loadCheck();
const property = fc.property(anyProject, (project) => violationsOf(project, check).length === 0);
console.log(`${count} projects, seed ${seed}`);
for (let done = 0; done < count; done += batch) {
  const result = fc.check(property, { numRuns: Math.min(batch, count - done), seed: seed + done / batch });
  if (result.failed) end(result.counterexample[0], done + result.numRuns);
  if (process.stdout.isTTY) process.stdout.write(`\r${Math.min(done + batch, count)} of ${count}`);
}
console.log(`${process.stdout.isTTY ? '\n' : ''}No promise was broken.`);

function end(project, number) {
  console.log(`\nProject ${number}, made as small as it goes:\n\n${JSON.stringify(project, null, 2)}\n`);
  for (const each of violationsOf(project, check)) console.log(`- ${each}`);
  process.exit(1);
}

async function loadCheck() {
  const built = (path) => new URL(`../dist/${path}.js`, import.meta.url);
  const { lint } = await import(built('governance/lint'));
  const { treeOf } = await import(built('model/tree'));
  const { readYaml } = await import(built('text/yaml'));
  const fix = existsSync(built('governance/fix')) ? await import(built('governance/fix')) : {};
  return { lint, treeOf, readYaml, applyFixes: fix.applyFixes };
}

function numberOf(given, otherwise) {
  const number = given === undefined ? otherwise : Number(given);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  console.error(`“${given}” is no number; the call is npm run fuzz -- [count] [seed]`);
  process.exit(2);
}
