import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RepositoryRef } from '../../model/facts.ts';
import { writeWhole } from './write-whole.ts';

/** Where a sweep of a repository is written down between two runs. */
export interface KeptSweep {
  path: string;
  /** @returns what was written down, as JSON; `null` where nothing is, or nothing that is JSON. */
  read(): unknown;
  write(sweep: object): void;
  forget(): void;
}

export function keptSweep(folder: string, { owner, name }: RepositoryRef): KeptSweep {
  const path = join(folder, 'sweeps', `${owner}-${name}.json`.toLowerCase());
  return {
    path,
    read() {
      try {
        return JSON.parse(readFileSync(path, 'utf8'));
      } catch {
        return null;
      }
    },
    write: (sweep) => writeWhole(path, `${JSON.stringify(sweep)}\n`),
    forget: () => rmSync(path, { force: true }),
  };
}
