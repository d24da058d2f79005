import type { Meter } from '../../model/meter.ts';

/** What is needed of an Octokit to see its requests. */
interface Watchable {
  hook: {
    after(name: 'request', see: (response: Response, options: Options) => void): void;
    error(name: 'request', see: (error: Error & { response?: Response }, options: Options) => never): void;
  };
}

interface Response {
  status: number;
  headers: Record<string, string | number | undefined>;
}

interface Options {
  method: string;
  url: string;
}

interface Watch {
  installation: number;
  meter: Meter;
  log: { debug(record: object, message: string): void };
}

/**
 * Counts an Octokit's requests, and logs each with the id that GitHub gave it: GitHub's support asks for it. Addresses
 * are logged as templates, without names.
 * @returns the Octokit.
 */
export function watchRequests<Octokit>(octokit: Octokit, { installation, meter, log }: Watch): Octokit {
  const see = ({ status, headers }: Response, { method, url }: Options) => {
    const resource = textOf(headers['x-ratelimit-resource']);
    const left = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
    meter.answered({ installation, status, resource, left: Number.isNaN(left) ? null : left });
    log.debug({ request: textOf(headers['x-github-request-id']), method, url, status }, 'GitHub answered');
  };
  const { hook } = octokit as Watchable;
  hook.after('request', see);
  hook.error('request', (error, options) => {
    if (error.response) see(error.response, options);
    throw error;
  });
  return octokit;
}

const textOf = (value: string | number | undefined): string | null => (value === undefined ? null : String(value));
