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

suite('a server that takes a connection and ends it in the same breath', () => {
  it('fails the statement that the connection was for, and nothing else', async () => {
    const door = await aDoorTo(new URL(serverUrl));
    const database = await openDatabase({ kind: 'server', url: door.url }, { log: quiet, damaged: 'refuse' });
    const busy = database.executeSql('SELECT pg_sleep(0.3)');
    door.throwOutWhoeverComes();
    await expect(database.alone.executeSql('SELECT 1')).rejects.toThrow(/administrator command|connection error/);
    await busy;
    await database.close();
    await door.shut();
  });
});

/** Stands in front of the server, and can be shut: whoever is inside is thrown out, and nobody gets in. */
interface Door {
  url: string;
  shut(): Promise<void>;
  open(): Promise<void>;
  /** Whoever comes from now on is told in one breath that the server is ready, and that it ends. */
  throwOutWhoeverComes(): void;
}

/** ReadyForQuery, and a fatal ErrorResponse. Source: PostgreSQL, Message Formats. */
const ready = Buffer.from('Z\0\0\0\x05I', 'latin1');
const fields = 'SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0';
const fatal = Buffer.concat([Buffer.from('E'), Buffer.from([0, 0, 0, fields.length + 4]), Buffer.from(fields)]);

async function aDoorTo({ hostname, port, href }: URL): Promise<Door> {
  const inside = new Set<Socket>();
  let server: Server;
  let number = 0;
  let throwsOut = false;
  const open = async () => {
    server = createServer((socket) => {
      const beyond = connect(Number(port || 5432), hostname);
      for (const each of [socket, beyond]) {
        inside.add(each);
        each.on('error', () => {}).on('close', () => inside.delete(each));
      }
      socket.pipe(beyond);
      if (!throwsOut) return void beyond.pipe(socket);
      beyond.on('data', (chunk) =>
        socket.write(chunk.subarray(-6).equals(ready) ? Buffer.concat([chunk, fatal]) : chunk),
      );
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
    throwOutWhoeverComes() {
      throwsOut = true;
    },
    async shut() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const each of inside) each.destroy();
      await closed;
    },
  };
}
