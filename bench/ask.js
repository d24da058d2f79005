import { Agent, request } from 'node:http';

/**
 * Asks the same over some connections that are kept open, each of which asks again once it is answered.
 * @returns answers in a second. Errors: rejects when an answer is no 200, and when GraphQL's tells of errors.
 */
export async function askRepeatedly({ url, method, headers, body, count, connections }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port, pathname } = new URL(url);
  const options = { hostname, port, path: pathname, method, headers: { ...headers, ...lengthOf(body) }, agent };
  let left = count;
  const askUntilDone = async () => {
    while (left-- > 0) await ask(options, body);
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, askUntilDone));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return count / seconds;
}

function lengthOf(body) {
  return body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
}

function ask(options, body) {
  return new Promise((resolve, reject) => {
    const outgoing = request(options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200 && !text.includes('"errors":[')) resolve();
        else reject(new Error(`answered with ${response.statusCode}: ${text.slice(0, 200)}`));
      });
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
