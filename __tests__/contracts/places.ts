import { rmSync } from 'node:fs';
import type { DatabaseChoice } from '../../src/adapters/database/database.ts';
import { openStore, type Store, type StoreOptions } from '../../src/adapters/store.ts';
import type { Inbox, Job } from '../../src/model/ports.ts';
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

/** Opens stores in one place, which is made for the first of them, and clears all away. */
export function storesIn(aPlace: () => Place) {
  const opened: Store[] = [];
  let place = null as Place | null;
  const open = async (options: Partial<StoreOptions> = {}): Promise<Store> => {
    place ??= aPlace();
    const { database, schema } = place;
    const store = await openStore({ database, schema, retries: { limit: 0, delaySeconds: 0 }, ...options });
    opened.push(store);
    return store;
  };
  return {
    open,
    place: () => place,
    async close(inbox: Inbox) {
      const index = opened.findIndex((each) => each.inbox === inbox);
      const [store] = opened.splice(index, 1);
      await store?.close();
    },
    async clear() {
      for (const store of opened.splice(0)) await store.close();
      await place?.remove();
      place = null;
    },
  };
}

export function aJob(id: string, number: number, installation = 1): Job {
  return { id, installation, unit: { kind: 'issue', ref: { owner: 'octo-org', repository: 'octo-repo', number } } };
}

/** Works off all that is due, and tells what that was. */
export async function drain(inbox: Inbox): Promise<string[]> {
  const seen: string[] = [];
  await inbox.work(async ({ id }) => {
    seen.push(id);
  });
  await inbox.idle();
  return seen;
}

/** A moment that somebody else brings about. */
export function aMoment() {
  let come = () => {};
  const came = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { came, come };
}

export function inFolder(): Place {
  const folder = anEmbeddedFolder();
  const remove = async () => rmSync(folder, { recursive: true, force: true });
  return { database: { kind: 'embedded', folder }, schema: 'remit', remove };
}

export function onServer(): Place {
  const { schema, drop } = aSchema();
  return { database: { kind: 'server', url: serverUrl }, schema, remove: drop };
}
