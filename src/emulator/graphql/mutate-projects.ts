import { addItem, deleteItem, setValue } from '../changes/projects.ts';
import { notFound, unprocessable } from '../refusal.ts';
import type { Project, ProjectField, ProjectItem } from '../state/projects.ts';
import { named, target } from './mutation-targets.ts';
import type { Args, Context, Mutate } from './resolvers.ts';

export const projectMutations: Record<string, Mutate> = {
  addProjectV2ItemById(input, context) {
    const project = target(context, input.projectId, 'ProjectV2');
    return { item: addItem(context.world, context.actor, project, named(context, input.contentId, 'Issue')) };
  },
  deleteProjectV2Item(input, context) {
    const { item } = itemIn(input, context);
    deleteItem(context.world, item);
    return { deletedItemId: item.nodeId };
  },
  updateProjectV2ItemFieldValue(input, context) {
    const { item } = itemIn(input, context);
    setValue(context.world, item, fieldOf(input, context), valueGiven(input.value));
    return { projectV2Item: item };
  },
  clearProjectV2ItemFieldValue(input, context) {
    const { item } = itemIn(input, context);
    setValue(context.world, item, fieldOf(input, context), null);
    return { projectV2Item: item };
  },
};

function itemIn(input: Args, context: Context): { project: Project; item: ProjectItem } {
  const project = target(context, input.projectId, 'ProjectV2');
  const item = target(context, input.itemId, 'ProjectV2Item');
  if (item.project !== project) throw notFound(`Could not resolve to a node with the global id of '${input.itemId}'`);
  return { project, item };
}

function fieldOf({ fieldId }: Args, context: Context): ProjectField {
  return target(context, fieldId, 'ProjectV2Field', 'ProjectV2SingleSelectField');
}

function valueGiven(value: Record<string, unknown>): string | number {
  const given = ['text', 'number', 'date', 'singleSelectOptionId'].flatMap((name) => value[name] ?? []);
  const [only] = given;
  if (given.length !== 1 || (typeof only !== 'string' && typeof only !== 'number')) {
    throw unprocessable('A value takes one of text, number, date and singleSelectOptionId');
  }
  return only;
}
