import type { Charter, Lead } from '../model/charter.ts';

/** How a document writes its leads, so that an exception can be told from a habit. */
export interface Habits {
  /** Most of them have a link. */
  link: boolean;
  /** Most of those links are profiles on GitHub; a project may have its people elsewhere. */
  onGitHub: boolean;
  /** Most of those links have the handle for their text. */
  handleAsText: boolean;
}

export function habitsOf({ leads }: Charter): Habits {
  const linked = leads.filter((lead) => lead.profile !== null).length;
  const onGitHub = leads.filter((lead) => lead.profile !== null && lead.handle !== null).length;
  const saysHandle = ({ profile, handle }: Lead) =>
    profile?.text.replace(/^@/, '').toLowerCase() === handle?.toLowerCase();
  const named = leads.filter((lead) => lead.handle !== null && saysHandle(lead)).length;
  return { link: linked * 2 > leads.length, onGitHub: onGitHub * 2 > linked, handleAsText: named * 2 > linked };
}
