import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RepositoryRef } from '../../model/facts.ts';
import type { CarriedOut } from '../../model/upkeep-ports.ts';
import { writeWhole } from './write-whole.ts';

/** Up to which commits changes were carried out, in a folder: for whoever has no database, and may have no folder. */
export function keptCarriedOut(folder: string): CarriedOut {
  const pathOf = ({ owner, name }: RepositoryRef) =>
    join(folder, 'carried-out', owner.toLowerCase(), name.toLowerCase());
  return {
    async read(repository) {
      try {
        return readFileSync(pathOf(repository), 'utf8').trim() || null;
      } catch {
        return null;
      }
    },
    async note(repository, commit) {
      writeWhole(pathOf(repository), `${commit}\n`);
    },
  };
}
