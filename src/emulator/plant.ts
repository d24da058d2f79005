import { createComment } from './changes/comments.ts';
import { addBlockedBy } from './changes/dependencies.ts';
import { commitFiles } from './changes/files.ts';
import { installApp } from './changes/installations.ts';
import { closeIssue, openIssue } from './changes/issues.ts';
import { createLabel, labelsNamed } from './changes/labels.ts';
import { createMilestone } from './changes/milestones.ts';
import { createRepository } from './changes/repositories.ts';
import { addSubIssue } from './changes/sub-issues.ts';
import { actorFor, addAccount, person, plantOrganization, plantRenames, plantTeamRoles } from './plant-accounts.ts';
import { plantProject } from './plant-project.ts';
import { plantPullRequest } from './plant-pull-request.ts';
import { Refusal } from './refusal.ts';
import type { Seed, SeedIssue, SeedRepository } from './seed.ts';
import type { Account, Issue, IssueType, Milestone, Repository } from './state/entities.ts';
import { findInstallation, findIssueType } from './state/look-up.ts';
import type { Actor, World } from './world.ts';

/**
 * Puts the seed into the world by way of the ordinary changes, before anyone listens.
 *
 * @throws RangeError where the seed speaks of something that it does not have.
 */
export function plant(world: World, seed: Seed): void {
  for (const { login, name, type } of seed.users ?? []) {
    addAccount(world, { login, kind: type ?? (login.endsWith('[bot]') ? 'Bot' : 'User'), name: name ?? null });
  }
  for (const organization of seed.organizations ?? []) {
    install(
      world,
      explained(organization.login, () => plantOrganization(world, organization)),
    );
  }
  for (const repository of seed.repositories ?? []) {
    explained(`${repository.owner}/${repository.name}`, () => plantRepository(world, repository));
  }
  for (const { login, teams } of seed.organizations ?? []) plantTeamRoles(world, person(world, login), teams);
  for (const { login, projects } of seed.organizations ?? []) {
    const owner = person(world, login);
    for (const project of projects ?? []) plantProject(world, owner, actorFor(firstPerson(world, owner)), project);
  }
  plantRenames(world, seed.renamed);
}

/** Plants a part of the seed. @throws RangeError where GitHub would not take it. */
function explained<T>(part: string, plantPart: () => T): T {
  try {
    return plantPart();
  } catch (error) {
    throw error instanceof Refusal ? contradiction(part, error) : error;
  }
}

function contradiction(part: string, { message, errors = [], reasons = [] }: Refusal): RangeError {
  const details = [
    ...errors.map(
      ({ resource, field, code, message: why }) => `${[resource, field].filter(Boolean).join(' ')}: ${why ?? code}`,
    ),
    ...[reasons].flat(),
  ];
  return new RangeError(`the seed of ${part} can’t be: ${details.join(', ') || message}`);
}

function plantRepository(world: World, seed: SeedRepository): void {
  const owner = person(world, seed.owner);
  install(world, owner);
  const repository = createRepository(world, owner, {
    name: seed.name,
    description: seed.description ?? null,
    isPrivate: seed.private ?? false,
    defaultBranch: seed.defaultBranch ?? 'main',
  });
  for (const [login, role] of Object.entries(seed.collaborators ?? {})) {
    repository.collaborators.set(person(world, login).login.toLowerCase(), role);
  }
  const actor = actorFor(owner.kind === 'Organization' ? firstPerson(world, owner) : owner);
  // A seed read from YAML has a number where `1.4` stands without quotes.
  for (const label of seed.labels ?? []) {
    createLabel(world, actor, repository, typeof label === 'object' ? label : { name: String(label) });
  }
  for (const milestone of seed.milestones ?? []) {
    createMilestone(world, actor, repository, typeof milestone === 'object' ? milestone : { title: String(milestone) });
  }
  const files = Object.entries(seed.files ?? {}).map(([path, text]) => [path, Buffer.from(text)] as const);
  if (files.length > 0) {
    const commit = { branch: repository.defaultBranch, files: Object.fromEntries(files), message: 'Initial commit' };
    commitFiles(world, actor, repository, commit);
  }
  for (const issue of seed.issues ?? []) plantIssue(world, repository, issue, actor);
  for (const pull of seed.pullRequests ?? []) plantPullRequest(world, repository, pull, actor);
  repository.isArchived = seed.archived ?? false;
}

function plantIssue(world: World, repository: Repository, seed: SeedIssue, fallback: Actor): void {
  const author = seed.author === undefined ? fallback : actorFor(person(world, seed.author));
  const at = seed.createdAt;
  // What happens to a seeded issue happens when it was opened.
  const then: World = at === undefined ? world : { ...world, now: () => at };
  const issue = openIssue(then, author, repository, {
    title: seed.title,
    body: seed.body,
    labels: labelsNamed(then, author, repository, seed.labels ?? []),
    milestone: seed.milestone === undefined ? null : milestoneTitled(repository, String(seed.milestone)),
    assignees: (seed.assignees ?? []).map((login) => person(world, login)),
    type: seed.type === undefined ? null : typeNamed(repository, String(seed.type)),
  });
  if (seed.parent !== undefined) addSubIssue(then, author, issueNumbered(repository, seed.parent), issue);
  for (const number of seed.blockedBy ?? []) addBlockedBy(then, author, issue, issueNumbered(repository, number));
  for (const { author: login, body } of seed.comments ?? []) {
    createComment(then, login === undefined ? author : actorFor(person(world, login)), issue, body);
  }
  if (seed.state === 'closed') closeIssue(then, author, issue);
}

/** The app is on every owner, as after “Install” with all repositories chosen. */
function install(world: World, account: Account): void {
  if (!findInstallation(world.state, account)) installApp(world, account, 'all');
}

function firstPerson(world: World, organization: Account): Account {
  const [member] = organization.members;
  if (member !== undefined) return person(world, member);
  return [...world.state.accounts.values()].find(({ kind }) => kind === 'User') ?? person(world, 'octo-user');
}

function milestoneTitled(repository: Repository, title: string): Milestone {
  const found = [...repository.milestones.values()].find((milestone) => milestone.title === title);
  if (!found) throw new RangeError(`the seed gives ${repository.name} no milestone “${title}”`);
  return found;
}

function typeNamed({ owner }: Repository, name: string): IssueType {
  const found = findIssueType(owner, name);
  if (!found) throw new RangeError(`the seed gives ${owner.login} no issue type “${name}”`);
  return found;
}

function issueNumbered(repository: Repository, number: number): Issue {
  const found = repository.issues.get(number);
  if (!found) throw new RangeError(`the seed gives ${repository.name} no issue ${number} yet`);
  return found;
}
