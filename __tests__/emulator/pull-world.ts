import type { Seed, SeedPullRequest } from '../../src/emulator/seed.ts';
import { octoSeed } from './octo-world.ts';

export const before = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`);
const after = before.with(1, 'second\n').with(15, 'sixteenth\nand more\n');
const files = { 'list.md': before.join(''), 'old.md': 'one\ntwo\n', 'kept.md': 'kept\n', 'end.md': 'a\nb' };

export const change: SeedPullRequest = {
  title: 'Change the list',
  body: 'Why not',
  author: 'octo-user-2',
  files: { 'list.md': after.join(''), 'new.md': 'fresh\n', 'old.md': null, 'end.md': 'a\nc\n' },
};

/** The usual world, its repository with files, one issue and these pull requests. */
export function seedWith(...pullRequests: SeedPullRequest[]): Seed {
  const [repository] = octoSeed.repositories ?? [];
  return { ...octoSeed, repositories: [{ ...repository!, files, issues: [{ title: 'An issue' }], pullRequests }] };
}
