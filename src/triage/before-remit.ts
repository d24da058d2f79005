import type { IssueFacts } from '../model/facts.ts';
import type { Policy } from '../model/policy.ts';

/**
 * @returns whether the issue was opened before Remit came: before the day that the configuration gives, else before
 * the App was installed, or its files came. Where nothing tells, every issue was: in doubt Remit is silent.
 */
export function isFromBefore(
  { createdAt }: IssueFacts,
  { since }: Policy['triage'],
  installedAt: string | null,
): boolean {
  const begin = since ?? installedAt;
  return begin === null || Date.parse(createdAt) < Date.parse(begin);
}
