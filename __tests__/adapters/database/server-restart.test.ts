import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../../src/adapters/database/database.ts';
import { openStore, type Store } from '../../../src/adapters/store.ts';
import { aJob, aMoment } from '../../contracts/places.ts';
import { aSchema, serverAnswers, serverUrl } from '../../postgres-server.ts';

const quiet = { info() {}, warn() {}, error() {} };
const suite = serverAnswers ? describe : describe.skip;

suite(`a server that is restarted${serverAnswers ? '' : ' (skipped: none answers at DATABASE_URL)'}`, () => {
  const { schema, drop } = aSchema();
  let door: Door;
  let store: Store;
  afterEach(async () => {
    await store.close();
    await door.shut();
    await drop();
  });

  it('stores nothing meanwhile and says so, loses nothing that it stored, and work goes on by itself', async () => {
    door = await aDoorTo(new URL(serverUrl));
    const retries = { limit: 3, delaySeconds: 0 };
    store = await openStore({ database: { kind: 'server', url: door.url }, schema, retries });
    const { inbox } = store;
    await inbox.put([aJob('before', 1)]);
    await door.shut();
    await expect(inbox.put([aJob('meanwhile', 2)])).rejects.toThrow();

    const seen: string[] = [];
    const all = aMoment();
    await inbox.work(async ({ id }) => {
      if (seen.push(id) === 2) all.come();
    });
    await door.open();
    await inbox.put([aJob('meanwhile', 2)]);
    await all.came;
    await inbox.idle();
    expect(seen.sort()).toEqual(['before', 'meanwhile']);
    expect(await inbox.list(10)).toEqual([]);
  });
});

suite('a statement that runs when the server goes', () => {
  it('fails, and nothing else does', async () => {
    const door = await aDoorTo(new URL(serverUrl));
    const database = await openDatabase({ kind: 'server', url: door.url }, { log: quiet, damaged: 'refuse' });
    const running = [database.alone, database].map((each) => each.executeSql('SELECT pg_sleep(2)'));
    const ended = Promise.allSettled(running);
    await database.executeSql('SELECT 1');
    await door.shut();
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await database.close();
  });
});

/** Stands in front of the server, and can be shut: whoever is inside is thrown out, and nobody gets in. */
interface Door {
  url: string;
  shut(): Promise<void>;
  open(): Promise<void>;
}

async function aDoorTo({ hostname, port, href }: URL): Promise<Door> {
  const inside = new Set<Socket>();
  let server: Server;
  let number = 0;
  const open = async () => {
    server = createServer((socket) => {
      const beyond = connect(Number(port || 5432), hostname);
      for (const each of [socket, beyond]) {
        inside.add(each);
        each.on('error', () => {}).on('close', () => inside.delete(each));
      }
      socket.pipe(beyond).pipe(socket);
    });
    await new Promise<void>((resolve) => server.listen(number, '127.0.0.1', resolve));
    number = (server.address() as AddressInfo).port;
  };
  await open();
  const url = new URL(href);
  url.hostname = '127.0.0.1';
  url.port = String(number);
  return {
    url: url.href,
    open,
    async shut() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const each of inside) each.destroy();
      await closed;
    },
  };
}
