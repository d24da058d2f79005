import { readPolicy } from '../../src/engine/policy.ts';

/** The policy of a configuration that is in order. */
export function policyOf(text: string | null) {
  const read = readPolicy(text);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.policy;
}

/** What is wrong with a configuration. */
export function problemsOf(text: string) {
  const read = readPolicy(text);
  return 'problems' in read ? read.problems : [];
}
