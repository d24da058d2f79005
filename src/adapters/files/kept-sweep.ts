import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RepositoryRef } from '../../model/facts.ts';

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
    write(sweep) {
      mkdirSync(dirname(path), { recursive: true });
      // Whoever is killed in the middle of writing leaves what was there before.
      writeFileSync(`${path}.new`, `${JSON.stringify(sweep)}\n`);
      renameSync(`${path}.new`, path);
    },
    forget: () => rmSync(path, { force: true }),
  };
}
