import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/**
 * Sends a number of deliveries, made from those recorded, each with an id of its own, over some connections that are
 * kept open; each connection sends its next once the last is answered, and with `perSecond` not before its time.
 * @returns deliveries acknowledged in a second, and the milliseconds within which 99 of 100 were, from their time on
 * where they have one. Errors: rejects when
 * one is not acknowledged with a 2xx.
 */
export async function sendDeliveries({ url, recorded, count, connections, perSecond = Number.POSITIVE_INFINITY }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let next = 0;
  const took = [];
  const sendUntilDone = async () => {
    while (next < count) {
      const number = next++;
      const due = start + (number / perSecond) * 1000;
      if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      const begun = Number.isFinite(perSecond) ? due : performance.now();
      await send(url, recorded[number % recorded.length], agent);
      took.push(performance.now() - begun);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, sendUntilDone));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  took.sort((one, other) => one - other);
  return { rate: count / seconds, p99: took[Math.ceil(count * 0.99) - 1] };
}

function send(url, { event, signature, body }, agent) {
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    'user-agent': 'GitHub-Hookshot/bench',
    'x-github-delivery': randomUUID(),
    'x-github-event': event,
    'x-hub-signature-256': signature,
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () => {
        const { statusCode } = response;
        if (statusCode >= 200 && statusCode < 300) resolve();
        else reject(new Error(`a delivery was answered with ${statusCode}`));
      });
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
