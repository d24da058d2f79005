import type { World } from '../world.ts';

/** The path as the routes have it: where GitHub redirects, it names a repository by its id. */
export function namedPath({ state }: World, path: string): string {
  const [, id, rest = ''] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? [];
  const found = id && [...state.repositories.values()].find((repository) => repository.id === Number(id));
  return found ? `/repos/${found.owner.login}/${found.name}${rest}` : path;
}
