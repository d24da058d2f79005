import { resolve } from 'node:path';
import type { DatabaseChoice } from '../../adapters/database/database.ts';
import { FolderInUse } from '../../adapters/database/folder-lock.ts';
import { CommandError, type Io } from '../io.ts';

/** The database that the environment names: a server's (`DATABASE_URL`), else the embedded one in `REMIT_DATA`. */
export function ownDatabase({ cwd, env }: Pick<Io, 'cwd' | 'env'>): DatabaseChoice {
  if (env.DATABASE_URL) return { kind: 'server', url: env.DATABASE_URL };
  return { kind: 'embedded', folder: resolve(cwd, env.REMIT_DATA || '.remit') };
}

/** What to do when the embedded database is another process's. */
export const whileServing =
  'stop that process first, or let it keep its database on a server (DATABASE_URL), which several can use at once';

/** Errors: a `CommandError` that says why the database can't be opened, with advice for when it is in use. */
export async function opened<Opened>(opening: Promise<Opened>, whenInUse: string): Promise<Opened> {
  try {
    return await opening;
  } catch (error) {
    const advice = error instanceof FolderInUse ? `: ${whenInUse}` : '';
    throw new CommandError(`the database can’t be opened: ${(error as Error).message}${advice}`, 3);
  }
}
