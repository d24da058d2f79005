import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Figures } from '../../adapters/prometheus.ts';
import { within } from '../../adapters/within.ts';
import type { Counts } from '../../model/ports.ts';

export const webhookPath = '/api/github/webhooks';

export interface Rooms {
  deliver(request: IncomingMessage, response: ServerResponse): Promise<void>;
  figures: Pick<Figures, 'contentType' | 'print'>;
  counts(): Promise<Counts>;
}

/** Milliseconds: who asks whether the bot is ready asks again soon, and must not wait for a database that hangs. */
const patience = 3_000;

/** The bot's addresses: deliveries, and what whoever runs it asks. */
export function openDoor(rooms: Rooms): RequestListener {
  return (request, response) => {
    switch (request.url?.split('?')[0]) {
      case webhookPath:
        return void rooms.deliver(request, response);
      case '/healthz':
        return say(response, 200, { live: true });
      case '/readyz':
        return void tellReady(rooms, response);
      case '/metrics':
        return void tellFigures(rooms, response);
      default:
        return say(response, 404, { message: `Remit answers at ${webhookPath}, /healthz, /readyz and /metrics.` });
    }
  };
}

/** Ready is who can store a delivery and work it off: the database answers, and says what is waiting. */
async function tellReady({ counts }: Rooms, response: ServerResponse): Promise<void> {
  const inbox = await within(patience, counts()).catch(() => null);
  if (inbox === null) return say(response, 503, { ready: false, message: 'the database does not answer' });
  say(response, 200, { ready: true, inbox });
}

async function tellFigures({ figures }: Rooms, response: ServerResponse): Promise<void> {
  const text = await within(patience, figures.print()).catch(() => null);
  if (text === null) return say(response, 503, { message: 'the database does not answer' });
  response.writeHead(200, { 'content-type': figures.contentType }).end(text);
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
}
