import type { IncomingMessage } from 'node:http';

/** GitHub sends at most 25 MB. Source: GitHub docs, Webhook events and payloads, “Payload cap”. */
const largestBody = 25 * 1024 * 1024;

export type Body = { read: true; bytes: Buffer } | { read: false; because: 'too large' | 'cut off' };

/**
 * Reads a request's body up to the limit. What is larger is refused before a byte of it is kept where the sender
 * declares its length, and as soon as the limit is passed where not: the signature can't be checked before the body
 * is read, so without a limit anyone could fill the memory.
 */
export async function readBody(request: IncomingMessage, limit = largestBody): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { read: false, because: 'too large' };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // What is refused must still be answered: the iterator would close the connection when it is left early.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return { read: false, because: 'too large' };
      chunks.push(chunk);
    }
  } catch {
    return { read: false, because: 'cut off' };
  }
  return { read: true, bytes: Buffer.concat(chunks) };
}
