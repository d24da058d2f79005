import { unprocessable } from '../refusal.ts';
import type { Account, Issue } from '../state/entities.ts';
import { itemsOf, type Project, type ProjectField, type ProjectItem, type ProjectRole } from '../state/projects.ts';
import { register } from '../state/state.ts';
import type { Actor, World } from '../world.ts';

export interface NewProject {
  title: string;
  number?: number | undefined;
  description?: string | undefined;
  isPublic?: boolean | undefined;
  baseRole?: ProjectRole | undefined;
  collaborators?: Record<string, ProjectRole> | undefined;
}

const colors = ['GRAY', 'BLUE', 'GREEN', 'YELLOW', 'ORANGE', 'RED', 'PINK', 'PURPLE'];

/** Makes a project whose only field is the title that all have; private, and open to members for writing, unless said. */
export function createProject(world: World, owner: Account, creator: Account, text: NewProject): Project {
  const at = world.now();
  const siblings = [...world.state.projects].filter((each) => each.owner === owner);
  const project: Project = register(world.state, {
    kind: 'ProjectV2' as const,
    ...world.state.ids.next('ProjectV2'),
    owner,
    number: text.number ?? Math.max(0, ...siblings.map(({ number }) => number)) + 1,
    title: text.title,
    description: text.description ?? null,
    creator,
    isPublic: text.isPublic ?? false,
    baseRole: text.baseRole ?? 'write',
    collaborators: new Map(
      Object.entries(text.collaborators ?? {}).map(([login, role]) => [login.toLowerCase(), role]),
    ),
    fields: [],
    items: [],
    createdAt: at,
    updatedAt: at,
  });
  world.state.projects.add(project);
  addField(world, project, { name: 'Title', dataType: 'TITLE' });
  return project;
}

export function addField(
  world: World,
  project: Project,
  { name, dataType, options = [] }: { name: string; dataType: ProjectField['dataType']; options?: string[] },
): ProjectField {
  const field = register(world.state, {
    kind: dataType === 'SINGLE_SELECT' ? ('ProjectV2SingleSelectField' as const) : ('ProjectV2Field' as const),
    ...world.state.ids.next(dataType === 'SINGLE_SELECT' ? 'ProjectV2SingleSelectField' : 'ProjectV2Field'),
    project,
    name,
    dataType,
    options: options.map((option, index) => ({
      id: (project.id * 1000 + project.fields.length * 50 + index).toString(16).padStart(8, '0').slice(-8),
      name: option,
      color: colors[index % colors.length] ?? 'GRAY',
    })),
    createdAt: world.now(),
  });
  project.fields.push(field);
  return field;
}

/** Puts an issue or pull request into a project; one that is there already stays as it is. */
export function addItem(world: World, actor: Actor, project: Project, issue: Issue): ProjectItem {
  const [known] = itemsOf([project], issue);
  if (known) return known;
  const at = world.now();
  const item = register(world.state, {
    kind: 'ProjectV2Item' as const,
    ...world.state.ids.next('ProjectV2Item'),
    project,
    issue,
    creator: actor.account,
    isArchived: false,
    values: new Map(),
    createdAt: at,
    updatedAt: at,
  });
  project.items.push(item);
  project.updatedAt = at;
  return item;
}

export function deleteItem(world: World, item: ProjectItem): void {
  const { project } = item;
  project.items = project.items.filter((each) => each !== item);
  project.updatedAt = world.now();
  world.state.nodes.delete(item.nodeId);
}

/**
 * Sets what a field says of an item, or with null clears it.
 *
 * @throws Refusal 422 for a field of another project, a value of another kind, and an option that there is not.
 */
export function setValue(world: World, item: ProjectItem, field: ProjectField, value: string | number | null): void {
  if (field.project !== item.project) throw unprocessable('The field does not belong to the project of the item');
  if (field.dataType === 'TITLE') throw unprocessable('The title of an item is that of its issue');
  if (value === null) item.values.delete(field);
  else item.values.set(field, checked(field, value));
  item.updatedAt = world.now();
  item.project.updatedAt = item.updatedAt;
}

function checked({ dataType, options, name }: ProjectField, value: string | number): string | number {
  if (dataType === 'SINGLE_SELECT') {
    if (!options.some(({ id }) => id === value))
      throw unprocessable('The single select option Id does not belong to the field');
    return value;
  }
  const isRight = dataType === 'NUMBER' ? typeof value === 'number' : typeof value === 'string';
  const isDate = dataType !== 'DATE' || /^\d{4}-\d{2}-\d{2}$/.test(String(value));
  if (!isRight || !isDate)
    throw unprocessable(`Did not receive a ${dataType.toLowerCase()} value to update the field “${name}”`);
  return value;
}
