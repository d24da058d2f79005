import { pino } from 'pino';
import { systemClock } from '../../dist/adapters/clock.js';
import { openStore } from '../../dist/adapters/store.js';
import { startBot } from '../../dist/entry/app/bot.js';

/** The bot as a process of its own, to be killed. Says when it takes deliveries. */
const { database, schema, credentials, apiUrl, port } = JSON.parse(process.env.SOAK);
const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
const upkeep = { heartbeatSeconds: 10, upkeepSeconds: 1 };
const store = await openStore({ database, schema, log, ...upkeep });
const { close: _, ...kept } = store;
await startBot({ credentials, apiUrl, ...kept, clock: systemClock, log, host: '127.0.0.1', port });
process.send('listening');
