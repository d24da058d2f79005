import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own with an embedded database that is ready, and empty. */
export function anEmbeddedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'remit-embedded-'));
  cpSync(process.env.REMIT_EMBEDDED_TEMPLATE ?? '', folder, { recursive: true });
  return folder;
}
