import { pino } from 'pino';
import { Probot, Server } from 'probot';

/** The least that a Probot app can do, as a process of its own: it takes deliveries and forgets them, without a log. */
const { APP_ID, PRIVATE_KEY, WEBHOOK_SECRET, PORT } = process.env;

const server = new Server({
  Probot: Probot.defaults({ appId: APP_ID, privateKey: PRIVATE_KEY, secret: WEBHOOK_SECRET }),
  log: pino({ level: 'silent' }),
  port: Number(PORT),
  host: '127.0.0.1',
});
await server.load((app) => {
  app.onAny(() => {});
});
await server.start();
