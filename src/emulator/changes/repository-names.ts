import type { FieldError } from '../refusal.ts';
import type { Account, Repository } from '../state/entities.ts';
import { findRepository } from '../state/look-up.ts';
import type { World } from '../world.ts';

/** GitHub writes a hyphen for what a name can't have. */
export function repositoryName(name: string): string {
  return name.trim().replace(/[^\w.-]+/g, '-');
}

/** @returns why an owner can have no repository of that name; nothing where they can. */
export function nameFaults(world: World, owner: Account, name: string, known?: Repository): FieldError[] {
  if (name === '') return [{ resource: 'Repository', field: 'name', code: 'missing_field' }];
  const taken = findRepository(world.state, owner.login, name);
  if (!taken || taken === known) return [];
  return [{ resource: 'Repository', field: 'name', code: 'custom', message: 'name already exists on this account' }];
}
