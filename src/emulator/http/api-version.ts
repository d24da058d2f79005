import { Refusal } from '../refusal.ts';

/** Of the REST API, the newest first; what is answered here is as in the last. Source: GitHub docs, API Versions. */
const versions = ['2026-03-10', '2022-11-28'];
const usual = '2022-11-28';

/** @returns the version that a request asks for. @throws Refusal 400 for one that GitHub does not have. */
export function versionAsked(headers: Record<string, string>): string {
  const asked = headers['x-github-api-version'];
  if (asked === undefined || versions.includes(asked)) return asked ?? usual;
  const known = versions.map((each, index) => (index === 0 ? `"${each}" (most recent)` : `"${each}"`)).join(', ');
  const reasons = `The version you specified in the "X-GitHub-API-Version" request header, "${asked}", is not a supported version. The following versions are currently supported: ${known}.`;
  throw new Refusal(400, 'Bad Request', { reasons });
}
