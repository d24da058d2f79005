import { Octokit as Core } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import type { Client } from './client.ts';
import { isNoHost } from './errors.ts';
import { retry as retries, throttle } from './throttle.ts';

const Octokit = Core.plugin(giveUpOnNoHost, retry, throttling);

/**
 * A client for the command line and the Action; the App has Probot's. It waits out short rate limits and tries reads
 * again on a 5xx or a broken connection.
 */
export function createOctokit({ token, baseUrl }: { token: string; baseUrl: string }): Client {
  const address = baseUrl.replace(/\/+$/, '');
  return new Octokit({
    auth: token,
    baseUrl: address,
    userAgent: 'remit',
    retry: { ...retries, retries: 2 },
    throttle,
  });
}

/** Stands before `retry`, which takes every broken connection for one that may be mended. */
function giveUpOnNoHost(octokit: Core): void {
  octokit.hook.error('request', (error, options) => {
    if (isNoHost(error)) options.request.retries = 0;
    throw error;
  });
}
