import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Probot } from 'probot';
import { within } from '../../adapters/within.ts';
import type { Delivery } from '../../engine/intake.ts';
import { payloads } from '../../engine/intake-payloads.ts';
import type { Meter } from '../../model/meter.ts';
import { readBody } from './read-body.ts';

/** Milliseconds. GitHub gives ten seconds; a delivery that is stored after all is known when it comes again. */
const longestStoring = 8_000;

/** Stores a delivery whose signature is checked; rejects when it can't. */
type Store = (delivery: Delivery) => Promise<void>;

/**
 * Answers GitHub's deliveries: 200 only once the delivery is stored, 503 when it could not be, so that it can be
 * delivered again. Stands in place of Probot's own middleware, which reads a body of any size and answers 202 after
 * nine seconds although nothing is stored yet, and builds a client for each event, which a hint doesn't need.
 * Source: GitHub docs, Validating webhook deliveries; Best practices for using webhooks.
 */
export function receiveDeliveries(app: Probot, store: Store, meter: Meter) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const begun = performance.now();
    const answer = await answerTo(app, request, store);
    meter.delivered(eventOf(request), kindOf(answer), (performance.now() - begun) / 1000);
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    // What is left of a body that was refused is read and thrown away by the server, so that the answer gets through.
    response.end(`${JSON.stringify({ message: answer.message })}\n`);
  };
}

interface Answer {
  status: number;
  message: string;
}

/** Anyone may send any name: those that nobody reads are counted as one. */
function eventOf(request: IncomingMessage): string {
  const name = header(request, 'x-github-event') ?? '';
  return Object.hasOwn(payloads, name) ? name : 'other';
}

function kindOf({ status }: Answer): 'stored' | 'refused' | 'failed' {
  return status === 200 ? 'stored' : status === 503 ? 'failed' : 'refused';
}

async function answerTo(app: Probot, request: IncomingMessage, store: Store): Promise<Answer> {
  if (request.method !== 'POST') return { status: 405, message: 'Deliveries come by POST.' };
  const name = header(request, 'x-github-event');
  const id = header(request, 'x-github-delivery');
  const signature = header(request, 'x-hub-signature-256');
  if (!name || !id) return { status: 400, message: 'The headers X-GitHub-Event and X-GitHub-Delivery are needed.' };
  if (!signature) return { status: 401, message: 'The delivery is not signed: set a webhook secret.' };

  const body = await readBody(request);
  if (!body.read) return refusals[body.because];
  const text = body.bytes.toString('utf8');
  if (text === '') return { status: 400, message: 'The delivery has no body.' };
  if (!(await app.webhooks.verify(text, signature))) {
    app.log.warn({ delivery: id }, 'refused a delivery: its signature does not match the webhook secret');
    return { status: 401, message: 'The signature does not match the webhook secret.' };
  }

  const payload = parseObject(text);
  if (!payload) return { status: 400, message: 'The body is no JSON object.' };
  try {
    await within(longestStoring, store({ guid: id, name, payload }));
    return { status: 200, message: 'stored' };
  } catch (error) {
    app.log.error({ err: error, delivery: id }, 'a delivery could not be stored');
    return { status: 503, message: 'The delivery could not be stored; deliver it again.' };
  }
}

const refusals: Record<'too large' | 'cut off', Answer> = {
  'too large': { status: 413, message: 'The body is larger than 25 MB.' },
  'cut off': { status: 400, message: 'The body ended before it was complete.' },
};

function header(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
