import { rmSync } from 'node:fs';
import type { DatabaseChoice } from '../../src/adapters/database/database.ts';
import { anEmbeddedFolder } from '../embedded-folder.ts';
import { aSchema, serverAnswers, serverUrl } from '../postgres-server.ts';

/** A database of its own that can be opened again. */
export interface Place {
  database: DatabaseChoice;
  schema: string;
  remove(): Promise<void>;
}

/** The databases that all contracts are held to: name, how to come by one, and whether it is there at all. */
export const places: [string, () => Place, boolean][] = [
  ['the embedded PostgreSQL', inFolder, true],
  [`the server${serverAnswers ? '' : ' (skipped: none answers at DATABASE_URL)'}`, onServer, serverAnswers],
];

export function inFolder(): Place {
  const folder = anEmbeddedFolder();
  const remove = async () => rmSync(folder, { recursive: true, force: true });
  return { database: { kind: 'embedded', folder }, schema: 'remit', remove };
}

export function onServer(): Place {
  const { schema, drop } = aSchema();
  return { database: { kind: 'server', url: serverUrl }, schema, remove: drop };
}
