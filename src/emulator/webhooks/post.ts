import { createHmac } from 'node:crypto';

/** How the app's webhook is set up. */
export interface WebhookTarget {
  /** Null where nothing is sent. */
  url: string | null;
  secret: string;
  contentType: 'json' | 'form';
  /** `1` where a certificate is not looked at; nothing here looks at one. */
  insecureSsl: '0' | '1';
}

/** What became of a delivery. */
export interface Outcome {
  /** What the receiver answered; null while on its way, 0 when it could not be reached. */
  status: number | null;
  /** How long it took. */
  seconds: number;
  /** The headers that were sent. */
  request: Record<string, string>;
  response: { headers: Record<string, string>; body: string } | null;
}

const patience = 10_000;

/** Sends a delivery, signed. A receiver that does not answer is an outcome, no error. */
export async function post(
  { guid, event, payload }: { guid: string; event: string; payload: Record<string, unknown> },
  { url, secret, contentType }: WebhookTarget,
  closed: AbortSignal,
): Promise<Outcome> {
  const json = JSON.stringify(payload);
  const isForm = contentType === 'form';
  const body = isForm ? new URLSearchParams({ payload: json }).toString() : json;
  const headers = {
    'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
    'user-agent': 'GitHub-Hookshot/emulated',
    'x-github-delivery': guid,
    'x-github-event': event,
    'x-github-hook-id': '1',
    'x-github-hook-installation-target-type': 'integration',
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
  const unreached: Outcome = { status: 0, seconds: 0, request: headers, response: null };
  if (url === null) return unreached;
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 10) / 100;
  try {
    const signal = AbortSignal.any([closed, AbortSignal.timeout(patience)]);
    const response = await fetch(url, { method: 'POST', headers, body, signal });
    const answer = { headers: Object.fromEntries(response.headers), body: await response.text() };
    return { status: response.status, seconds: seconds(), request: headers, response: answer };
  } catch {
    return { ...unreached, seconds: seconds() };
  }
}
