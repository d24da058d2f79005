import { mkdirSync } from 'node:fs';
import { writeWhenChanged } from './generate-indexes.js';

/** Writes the published JSON schemas: of the configuration, for editors, and of every `--json` output, for scripts. */
export async function generateSchemas() {
  mkdirSync('schema', { recursive: true });
  const { publishedSchemas } = await import('../dist/entry/cli/published-schemas.js');
  for (const [name, schema] of Object.entries(publishedSchemas())) {
    writeWhenChanged(`schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
  }
}
