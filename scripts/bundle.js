import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import license from 'rollup-plugin-license';

/** Builds the Action into `lib/`: one file, so that GitHub runs it without an install, and the licences of all it holds. */
const bundle = await rolldown({
  input: 'src/entry/action/main.ts',
  platform: 'node',
  plugins: [license({ thirdParty: { output: { file: join('lib', 'licenses.txt'), template: printLicenses } } })],
});
mkdirSync('lib', { recursive: true });
for (const name of readdirSync('lib')) rmSync(join('lib', name));
await bundle.write({ file: 'lib/index.js', format: 'esm', minify: true, codeSplitting: false });
await bundle.close();

function printLicenses(dependencies) {
  return dependencies
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .map((each) => [`${each.name} ${each.version}: ${each.license}`, (each.licenseText ?? '').trim()].join('\n\n'))
    .join(`\n\n${'-'.repeat(80)}\n\n`)
    .concat('\n');
}
