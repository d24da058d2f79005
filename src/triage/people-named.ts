import type { Charter } from '../model/charter.ts';
import type { Known } from '../model/known.ts';
import { quote } from '../text/escape.ts';
import { sameOnGitHub } from '../text/github-names.ts';
import { nearest } from '../text/spelling.ts';
import type { CommandCase, Naming, Outcome } from './command.ts';
import { cannotTell, refuse } from './outcome.ts';

/** Source: GitHub’s own rule for a login; one of an enterprise may have an underscore. */
const login = /^@?([a-z\d][a-z\d_-]{0,99})$/i;

/** @returns the logins that a command names, each as typed but without `@`; whoever gives it where it names none. */
export function peopleNamed({ written, giver }: Pick<Naming, 'written' | 'giver'>): string[] {
  if (written.args.length === 0) return [giver.actor.login];
  return written.args.map((word) => word.replace(/^@/, ''));
}

export const isOnlyGiver = (asked: Pick<Naming, 'written' | 'giver'>): boolean =>
  peopleNamed(asked).every((each) => sameOnGitHub(each, asked.giver.actor.login));

/** @returns why the words can’t all be people, `null` where they can. */
export function noPerson({ written }: CommandCase): Outcome | null {
  const team = written.args.find((word) => /^@?[\w-]+\/[\w-]+$/.test(word));
  if (team !== undefined) return refuse(`${quote(team)} is a team, and GitHub assigns people only`);
  const other = written.args.find((word) => !login.test(word));
  return other === undefined ? null : refuse(`${quote(other)} is no login`);
}

/** @returns the accounts’ own spellings, or why some of them can’t be assigned. */
export function assignable(asked: CommandCase): { logins: string[] } | { outcome: Outcome } {
  const { ground, charter, issue, written } = asked;
  if (!ground.assignable.known) return { outcome: cannotTell(ground.assignable.because) };
  const logins: string[] = [];
  for (const name of peopleNamed(asked)) {
    const found = ground.assignable.value.get(name.toLowerCase());
    if (found === undefined) return { outcome: cannotTell(`whether ${quote(name)} can be assigned was not looked up`) };
    if (found === null) {
      const known = [...leadsIn(charter), issue.author.login, ...issue.assignees];
      const others = known.filter((each) => !sameOnGitHub(each, name));
      const expected = nearest(name, others).map((each) => `/${written.name} @${each}`);
      return { outcome: refuse(`${quote(name)} can’t be assigned here`, { expected }) };
    }
    logins.push(found);
  }
  return { logins };
}

const leadsIn = (charter: Known<Charter>): string[] =>
  charter.known ? charter.value.leads.flatMap(({ handle, retired }) => (handle && !retired ? [handle] : [])) : [];
