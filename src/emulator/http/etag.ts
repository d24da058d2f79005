import { createHash } from 'node:crypto';
import type { Incoming, Outgoing } from './server.ts';

/** Names what is answered to a read, so that who has it already need not be sent it; null for everything else. */
export function etagOf({ method }: Incoming, { status, body }: Pick<Outgoing, 'status' | 'body'>): string | null {
  if (status !== 200 || (method !== 'GET' && method !== 'HEAD')) return null;
  return `W/"${createHash('sha256').update(body).digest('hex')}"`;
}

/** Whether the sender says that it has just that; source: GitHub docs, Best practices, Use conditional requests. */
export function hasAlready({ headers }: Incoming, etag: string): boolean {
  const known = (headers['if-none-match'] ?? '').split(',').map(bare);
  return known.includes(bare(etag)) || known.includes('*');
}

function bare(etag: string): string {
  return etag.trim().replace(/^W\//, '');
}
