import { createServer } from 'node:http';

/** Takes deliveries as a webhook's receiver does, and keeps those of issues: signed payloads to send again. */
export async function startRecorder() {
  const recorded = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const event = request.headers['x-github-event'];
    const signature = request.headers['x-hub-signature-256'];
    if (event === 'issues') recorded.push({ event, signature, body: Buffer.concat(chunks) });
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    recorded,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
