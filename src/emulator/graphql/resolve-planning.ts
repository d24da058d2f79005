import { repositoryPage } from '../shapes/addresses.ts';
import type { Label, Milestone } from '../state/entities.ts';
import { issuesOf } from './filter-issues.ts';
import type { Fields } from './resolvers.ts';

export const labelFields: Fields<Label> = {
  id: (label) => label.nodeId,
  name: (label) => label.name,
  color: (label) => label.color,
  description: (label) => label.description,
  isDefault: () => false,
  createdAt: (label) => label.createdAt,
  updatedAt: (label) => label.updatedAt,
  repository: (label) => label.repository,
  url: (label, _, { world }) => `${repositoryPage(world, label.repository)}/labels/${encodeURIComponent(label.name)}`,
  resourcePath: ({ repository, name }) =>
    `/${repository.owner.login}/${repository.name}/labels/${encodeURIComponent(name)}`,
  issues: (label, args) => issuesOf(label.repository, args, (issue) => issue.labels.includes(label)),
};

export const milestoneFields: Fields<Milestone> = {
  id: (milestone) => milestone.nodeId,
  number: (milestone) => milestone.number,
  title: (milestone) => milestone.title,
  description: (milestone) => milestone.description,
  state: (milestone) => milestone.state.toUpperCase(),
  closed: (milestone) => milestone.state === 'closed',
  closedAt: (milestone) => milestone.closedAt,
  createdAt: (milestone) => milestone.createdAt,
  updatedAt: (milestone) => milestone.updatedAt,
  dueOn: (milestone) => milestone.dueOn,
  creator: (milestone) => milestone.creator,
  repository: (milestone) => milestone.repository,
  url: (milestone, _, { world }) => `${repositoryPage(world, milestone.repository)}/milestone/${milestone.number}`,
  resourcePath: ({ repository, number }) => `/${repository.owner.login}/${repository.name}/milestone/${number}`,
  progressPercentage: (milestone) => progressOf(milestone),
  issues: (milestone, args) => issuesOf(milestone.repository, args, (issue) => issue.milestone === milestone),
};

function progressOf({ issues: { open, closed } }: Milestone): number {
  return open + closed === 0 ? 0 : (closed / (open + closed)) * 100;
}
