import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const home = join(tmpdir(), `embedded-${process.env.JEST_WORKER_ID}`);
// Those of the file before are no longer needed: forty megabytes each would add up over a run.
rmSync(home, { recursive: true, force: true });
mkdirSync(home, { recursive: true });

/** A folder of its own with an embedded database that is ready, and empty. */
export function anEmbeddedFolder(): string {
  const folder = mkdtempSync(join(home, 'remit-'));
  cpSync(process.env.REMIT_EMBEDDED_TEMPLATE ?? '', folder, { recursive: true });
  return folder;
}
