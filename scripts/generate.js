import { generateIndexes } from './generate-indexes.js';
import { run } from './run.js';

// The indexes come first: the build that the schemas and reference pages are read from needs them.
generateIndexes();
if (!process.argv.includes('--indexes')) {
  run('node', ['scripts/build.js']);
  const { generateEmulatorReadme } = await import('./generate-emulator-readme.js');
  const { generateReference } = await import('./generate-reference.js');
  const { generateSchemas } = await import('./generate-schemas.js');
  await generateReference();
  await generateSchemas();
  await generateEmulatorReadme();
}
