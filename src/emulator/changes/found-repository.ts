import { Refusal } from '../refusal.ts';
import type { Account, Repository } from '../state/entities.ts';
import type { Actor, World } from '../world.ts';
import { commitFiles } from './files.ts';
import { createLabel } from './labels.ts';
import { announce } from './record.ts';
import { createRepository } from './repositories.ts';
import { nameFaults, repositoryName } from './repository-names.ts';
import type { RepositorySettings } from './repository-settings.ts';

/** What every new repository has; source: GitHub docs, Managing labels, About default labels. */
const usualLabels: [name: string, color: string, description: string][] = [
  ['bug', 'd73a4a', "Something isn't working"],
  ['documentation', '0075ca', 'Improvements or additions to documentation'],
  ['duplicate', 'cfd3d7', 'This issue or pull request already exists'],
  ['enhancement', 'a2eeef', 'New feature or request'],
  ['good first issue', '7057ff', 'Good for newcomers'],
  ['help wanted', '008672', 'Extra attention is needed'],
  ['invalid', 'e4e669', "This doesn't seem right"],
  ['question', 'd876e3', 'Further information is requested'],
  ['wontfix', 'ffffff', 'This will not be worked on'],
];

/**
 * Makes a repository for someone, who is its admin; with a first commit where that is asked for.
 *
 * @throws Refusal 422 for a name that the owner has used.
 */
export function foundRepository(
  world: World,
  actor: Actor,
  owner: Account,
  { settings, firstFile }: { settings: RepositorySettings; firstFile: 'README.md' | null },
): Repository {
  const name = repositoryName(settings.name);
  const errors = nameFaults(world, owner, name);
  if (errors.length > 0) throw new Refusal(422, 'Repository creation failed.', { errors });
  const { description = null, isPrivate = false, hasIssues = true } = settings;
  const repository = createRepository(world, owner, { name, description, isPrivate, defaultBranch: 'main' });
  repository.hasIssues = hasIssues;
  if (actor.account.kind === 'User' && actor.account !== owner) {
    repository.collaborators.set(actor.account.login.toLowerCase(), 'admin');
  }
  announce(world, actor, repository, 'repository', 'created', () => ({}));
  const unheard: World = { ...world, isHeard: () => false };
  for (const [label, color, about] of usualLabels) {
    createLabel(unheard, actor, repository, { name: label, color, description: about });
  }
  if (firstFile) {
    const text = `# ${name}\n${description === null ? '' : `${description}\n`}`;
    commitFiles(world, actor, repository, {
      branch: repository.defaultBranch,
      files: { [firstFile]: Buffer.from(text) },
      message: 'Initial commit',
    });
  }
  return repository;
}
