import { type Logger, pino } from 'pino';

/** What may carry a secret, or a person's words, stays out of the log wherever a library puts it. */
const redacted = [
  'payload',
  'event.payload',
  'err.event',
  'err.request',
  'err.response.data',
  'err.aggregateErrors',
  'headers.authorization',
  'request.headers.authorization',
  'privateKey',
  'token',
];

/** One JSON object a line on stdout. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, redact: { paths: redacted, censor: '[not logged]' } });
}
