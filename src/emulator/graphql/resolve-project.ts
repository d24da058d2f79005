import { mayWriteProject, showsProject } from '../permissions/project-rights.ts';
import { showsIssue } from '../permissions/shows.ts';
import { notFound } from '../refusal.ts';
import type { Account, Issue, Repository } from '../state/entities.ts';
import { itemsOf, type Project, type ProjectField, type ProjectItem } from '../state/projects.ts';
import { connect } from './connection.ts';
import type { Context, Fields } from './resolvers.ts';

/** What a field says of an item, under the name of its type in GitHub's schema. */
interface FieldValue {
  kind: string;
  nodeId: string;
  item: ProjectItem;
  field: ProjectField;
  value: string | number;
}

const projectFields: Fields<Project> = {
  id: (project) => project.nodeId,
  databaseId: (project) => project.id,
  number: (project) => project.number,
  title: (project) => project.title,
  shortDescription: (project) => project.description,
  readme: () => null,
  owner: (project) => project.owner,
  creator: (project) => project.creator,
  closed: () => false,
  closedAt: () => null,
  public: (project) => project.isPublic,
  template: () => false,
  createdAt: (project) => project.createdAt,
  updatedAt: (project) => project.updatedAt,
  url: (project, _, { world }) => `${world.url}${pathOf(project)}`,
  resourcePath: pathOf,
  viewerCanUpdate: canWrite,
  viewerCanClose: canWrite,
  viewerCanReopen: canWrite,
  field: (project, { name }) => project.fields.find((field) => field.name.toLowerCase() === name.toLowerCase()) ?? null,
  fields: (project, args) => connect('fields', project.fields, args),
  items: (project, args, context) => connect('items', visible(project.items, context), args),
};

const fieldFields: Fields<ProjectField> = {
  id: (field) => field.nodeId,
  databaseId: (field) => field.id,
  name: (field) => field.name,
  dataType: (field) => field.dataType,
  project: (field) => field.project,
  createdAt: (field) => field.createdAt,
  updatedAt: (field) => field.createdAt,
};

const selectFields: Fields<ProjectField> = {
  ...fieldFields,
  options: ({ options }, { names }) =>
    options
      .filter(({ name }) => !names?.length || names.includes(name))
      .map((option) => ({ ...option, nameHTML: option.name, description: '', descriptionHTML: '' })),
};

const itemFields: Fields<ProjectItem> = {
  id: (item) => item.nodeId,
  databaseId: (item) => item.id,
  fullDatabaseId: (item) => String(item.id),
  project: (item) => item.project,
  content: (item) => item.issue,
  type: ({ issue }) => (issue.pull ? 'PULL_REQUEST' : 'ISSUE'),
  creator: (item) => item.creator,
  isArchived: (item) => item.isArchived,
  createdAt: (item) => item.createdAt,
  updatedAt: (item) => item.updatedAt,
  fieldValueByName: (item, { name }) =>
    valuesOf(item).find(({ field }) => field.name.toLowerCase() === name.toLowerCase()) ?? null,
  fieldValues: (item, args) => connect('fieldValues', valuesOf(item), args),
};

const valueFields: Fields<FieldValue> = {
  id: (value) => value.nodeId,
  item: (value) => value.item,
  field: (value) => value.field,
  creator: ({ item }) => item.creator,
  createdAt: ({ item }) => item.createdAt,
  updatedAt: ({ item }) => item.updatedAt,
};

export const projectTypes = {
  ProjectV2: projectFields,
  ProjectV2Field: fieldFields,
  ProjectV2SingleSelectField: selectFields,
  ProjectV2Item: itemFields,
  ProjectV2ItemFieldTextValue: { ...valueFields, text: ({ value }) => value } as Fields<FieldValue>,
  ProjectV2ItemFieldNumberValue: { ...valueFields, number: ({ value }) => value } as Fields<FieldValue>,
  ProjectV2ItemFieldDateValue: { ...valueFields, date: ({ value }) => value } as Fields<FieldValue>,
  ProjectV2ItemFieldSingleSelectValue: {
    ...valueFields,
    name: (value) => optionOf(value)?.name ?? null,
    nameHTML: (value) => optionOf(value)?.name ?? null,
    optionId: (value) => optionOf(value)?.id ?? null,
    color: (value) => optionOf(value)?.color ?? 'GRAY',
    description: () => '',
  } as Fields<FieldValue>,
};

/** The fields of an owner that speak of projects. */
export const ownerProjectFields: Fields<Account> = {
  projectV2: (owner, { number }, context) => {
    const found = visibleProjects(context).find((each) => each.owner === owner && each.number === number);
    if (!found) throw notFound(`Could not resolve to a ProjectV2 with the number ${number}.`);
    return found;
  },
  projectsV2: (owner, args, context) => {
    const found = visibleProjects(context).filter((each) => each.owner === owner && matches(each, args.query));
    return connect('projectsV2', found, args);
  },
};

/** The projects that hold an issue of the repository. */
export const repositoryProjectFields: Fields<Repository> = {
  projectsV2: (repository, args, context) => {
    const holds = ({ items }: Project) => items.some(({ issue }) => issue.repository === repository);
    const found = visibleProjects(context).filter((each) => holds(each) && matches(each, args.query));
    return connect('projectsV2', found, args);
  },
};

export const issueProjectFields: Fields<Issue> = {
  projectItems: (issue, args, context) => {
    const items = itemsOf(visibleProjects(context), issue);
    return connect(
      'projectItems',
      items.filter(({ isArchived }) => args.includeArchived !== false || !isArchived),
      args,
    );
  },
};

const valueKinds = { TITLE: 'Text', TEXT: 'Text', NUMBER: 'Number', DATE: 'Date', SINGLE_SELECT: 'SingleSelect' };

/** Of the fields that say something; the title is always among them. */
function valuesOf(item: ProjectItem): FieldValue[] {
  return item.project.fields.flatMap((field) => {
    const value = field.dataType === 'TITLE' ? item.issue.title : item.values.get(field);
    if (value === undefined) return [];
    const nodeId = `PVTFV_${Buffer.from(`${item.id}:${field.id}`).toString('base64url')}`;
    return [{ kind: `ProjectV2ItemField${valueKinds[field.dataType]}Value`, nodeId, item, field, value }];
  });
}

function optionOf({ field, value }: FieldValue) {
  return field.options.find(({ id }) => id === value);
}

function visible(items: ProjectItem[], { actor }: Context): ProjectItem[] {
  return items.filter(({ issue }) => showsIssue(actor, issue));
}

function visibleProjects({ world, actor }: Context): Project[] {
  return [...world.state.projects].filter((project) => showsProject(actor, project));
}

function canWrite(project: Project, _: unknown, { actor }: Context): boolean {
  return mayWriteProject(actor, project);
}

function matches({ title }: Project, query: string | null | undefined): boolean {
  return !query || title.toLowerCase().includes(query.toLowerCase());
}

function pathOf({ owner, number }: Project): string {
  return `/${owner.kind === 'Organization' ? 'orgs' : 'users'}/${owner.login}/projects/${number}`;
}
