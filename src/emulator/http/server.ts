import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { World } from '../world.ts';

/** A request, read to its end. */
export interface Incoming {
  method: string;
  /** Path as it was asked for, still percent-encoded. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: string;
}

export interface Outgoing {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  /** What becomes of it where it is not to be answered in full: nothing is sent, or half of the body. */
  connection?: 'dropped' | 'cut';
}

export interface Listening {
  url: string;
  close(): Promise<void>;
}

const largestBody = 25 * 1024 * 1024;

/**
 * Listens and answers by `respond`; calls `afterwards` once an answer is out.
 *
 * @throws Error when the port is taken.
 */
export async function listen(
  world: World,
  { host, port }: { host: string; port: number },
  respond: (incoming: Incoming) => Promise<Outgoing>,
  afterwards: () => void,
): Promise<Listening> {
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const answer = body === null ? tooLarge : await respond(describe(request, body));
    // Clients tell from this header how far their clock and ours are apart.
    response.sendDate = false;
    response.once('close', afterwards);
    if (answer.connection === 'dropped') return void request.socket.destroy();
    if (answer.connection === 'cut') response.setHeader('content-length', Buffer.byteLength(answer.body));
    response.writeHead(answer.status, { ...answer.headers, date: new Date(world.now()).toUTCString() });
    send(request, response, answer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`, close: () => close(server) };
}

const tooLarge: Outgoing = {
  status: 413,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({
    message: 'Payload too big',
    documentation_url: 'https://docs.github.com/rest',
    status: '413',
  }),
};

function send(
  { method, socket }: IncomingMessage,
  response: ServerResponse,
  { status, body, connection }: Outgoing,
): void {
  if (connection === 'cut') {
    const bytes = Buffer.from(body);
    response.write(bytes.subarray(0, bytes.length >> 1), () => socket.destroy());
  } else if (method === 'HEAD' || status === 204 || status === 304) response.end();
  else response.end(body);
}

function describe(request: IncomingMessage, body: string): Incoming {
  const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  return { method: request.method ?? 'GET', path, query: new URLSearchParams(query), headers, body };
}

/** @returns null when the body is larger than GitHub would take; what follows is read and dropped. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size <= largestBody) chunks.push(chunk as Buffer);
    else chunks.length = 0;
  }
  return size > largestBody ? null : Buffer.concat(chunks).toString('utf8');
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
