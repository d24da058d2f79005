import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from './octo-world.ts';

/** A webhook as it arrived. */
interface Received {
  headers: IncomingHttpHeaders;
  raw: string;
  payload: Json;
}

export interface Receiver {
  url: string;
  received: Received[];
  close(): Promise<void>;
}

/** A server that takes webhooks and answers with the status. */
export async function startReceiver(status = 200): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString('utf8');
    received.push({ headers: request.headers, raw, payload: JSON.parse(jsonIn(raw)) });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A body is JSON or, where the hook is set up so, a form that holds it. */
function jsonIn(raw: string): string {
  return new URLSearchParams(raw).get('payload') ?? raw;
}

/** `issues.opened` and the like, in the order in which they came. */
export function namesOf(receiver: Receiver): string[] {
  return receiver.received.map(({ headers, payload }) =>
    [headers['x-github-event'], payload.action].filter(Boolean).join('.'),
  );
}
