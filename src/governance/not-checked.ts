import type { OnGitHub } from '../model/on-github.ts';

const names: Record<keyof OnGitHub, string> = {
  accounts: 'accounts of leads',
  members: 'members of the organisation',
  teams: 'teams',
  labels: 'labels',
};

/**
 * @returns a line for each reason why something is not known of GitHub, for whoever reads the findings: what is not
 * known leads to none, and silence would look as if all were well.
 */
export function notChecked(onGitHub: OnGitHub): string[] {
  const whatByReason = new Map<string, string[]>();
  for (const [key, name] of Object.entries(names)) {
    const fact = onGitHub[key as keyof OnGitHub];
    if (!fact.known) whatByReason.set(fact.because, [...(whatByReason.get(fact.because) ?? []), name]);
  }
  return [...whatByReason].map(([because, what]) => `not checked: ${what.join(', ')}: ${because}`);
}
