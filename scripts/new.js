import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generateIndexes } from './generate-indexes.js';

/** `npm run new rule dead-fragment`: writes a unit that compiles and whose example fails until it is written. */
const kinds = {
  rule: 'src/governance/rules',
  requirement: 'src/triage/requirements',
  command: 'src/triage/commands',
};

const [kind, id] = process.argv.slice(2);
if (!(kind in kinds) || !/^[a-z]+(-[a-z]+)*$/.test(id ?? '')) {
  console.error('Usage: npm run new <rule|requirement|command> <id>      the id in small letters and hyphens');
  process.exit(2);
}
const path = `${kinds[kind]}/${id}.ts`;
if (existsSync(path)) {
  console.error(`${path} is there already.`);
  process.exit(1);
}
mkdirSync(dirname(path), { recursive: true });
const skeleton = readFileSync(new URL(`./new/${kind}.txt`, import.meta.url), 'utf8');
writeFileSync(path, skeleton.replaceAll('{id}', id));
generateIndexes();
console.log(`wrote ${path}\nNext: write it, then \`npm run generate\` and \`npm test -- units\`.`);
