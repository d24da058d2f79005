import type { Charter, Lead } from '../model/charter.ts';
import { nameKey } from '../text/names.ts';
import { nearest } from '../text/spelling.ts';

/** A lead below whose name the profile of another stands. */
export interface BorrowedProfile {
  right: Lead;
  wrong: Lead;
  handle: string;
}

/** @returns the leads with the profile of another: of two names, the one that the handle resembles has it rightly. */
export function borrowedProfiles(charter: Charter): BorrowedProfile[] {
  const owners = new Map<string, Lead>();
  return charter.leads.flatMap((lead) => {
    if (lead.handle === null) return [];
    const handle = lead.handle;
    const owner = owners.get(handle.toLowerCase()) ?? lead;
    const isOwner = resembles(lead, handle) && !resembles(owner, handle);
    // Of two others below one profile the one that is right is held against all that follow.
    owners.set(handle.toLowerCase(), isOwner ? lead : owner);
    if (owner === lead || mayBeOnePerson(owner.name, lead.name)) return [];
    return [isOwner ? { right: lead, wrong: owner, handle } : { right: owner, wrong: lead, handle }];
  });
}

/** Two spellings, a short form, a second given name: nobody can tell from outside. */
function mayBeOnePerson(one: string, other: string): boolean {
  const [words, others] = [nameKey(one).split(' '), nameKey(other).split(' ')];
  return words.at(-1) === others.at(-1) || nearest(one, [other]).length > 0;
}

/** Whether a word of the name is a part of the handle. */
const resembles = ({ name }: Lead, handle: string): boolean =>
  nameKey(name)
    .split(' ')
    .some((word) => word.length >= 3 && handle.toLowerCase().includes(word));
