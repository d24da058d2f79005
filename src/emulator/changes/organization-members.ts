import { membershipShape } from '../shapes/organization.ts';
import type { Account } from '../state/entities.ts';
import type { ActionOf } from '../webhooks/events.ts';
import type { Actor, World } from '../world.ts';
import { announceIn } from './record.ts';

/** Makes someone a member of an organisation, who may be one already. */
export function addToOrganization(world: World, actor: Actor, organization: Account, account: Account): void {
  const login = account.login.toLowerCase();
  if (organization.members.has(login)) return;
  organization.members.add(login);
  tell(world, actor, organization, { account, action: 'member_added' });
}

/** Takes someone out of an organisation, and nowhere else. */
export function takeFromOrganization(world: World, actor: Actor, organization: Account, account: Account): void {
  const login = account.login.toLowerCase();
  tell(world, actor, organization, { account, action: 'member_removed' });
  for (const logins of [organization.members, organization.admins, organization.publicMembers]) logins.delete(login);
}

function tell(
  world: World,
  actor: Actor,
  organization: Account,
  { account, action }: { account: Account; action: ActionOf<'organization'> },
): void {
  announceIn(world, actor, organization, 'organization', action, () => {
    const { organization: _, ...membership } = membershipShape(world, organization, account);
    return { membership };
  });
}
