import { Octokit as Core } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import type { Client } from './client.ts';
import { isNoHost } from './errors.ts';

/** Seconds. Who waits at a terminal or pays for a runner would rather be told when to come back. */
const longestWait = 120;
const mostWaits = 3;

const Octokit = Core.plugin(giveUpOnNoHost, retry, throttling);

/**
 * A client for the command line and the Action; the App has Probot's. It waits out short rate limits, tries reads again
 * on a 5xx or a broken connection, and asks one thing at a time, as GitHub wants it.
 * Source: GitHub docs, Best practices for using the REST API.
 */
export function createOctokit({ token, baseUrl }: { token: string; baseUrl: string }): Client {
  return new Octokit({
    auth: token,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    userAgent: 'remit',
    retry: { retries: 2 },
    throttle: { onRateLimit: isWorthWaiting, onSecondaryRateLimit: isWorthWaiting },
  });
}

function isWorthWaiting(seconds: number, _request: object, _octokit: object, waits: number): boolean {
  return seconds <= longestWait && waits < mostWaits;
}

/** Stands before `retry`, which takes every broken connection for one that may be mended. */
function giveUpOnNoHost(octokit: Core): void {
  octokit.hook.error('request', (error, options) => {
    if (isNoHost(error)) options.request.retries = 0;
    throw error;
  });
}
