import { addLabels, removeLabels } from '../changes/labelling.ts';
import { createLabel, deleteLabel, editLabel } from '../changes/labels.ts';
import { target, targets } from './mutation-targets.ts';
import type { Mutate } from './resolvers.ts';

export const labelMutations: Record<string, Mutate> = {
  addLabelsToLabelable(input, context) {
    const labelable = target(context, input.labelableId, 'Issue');
    addLabels(context.world, context.actor, labelable, targets(context, input.labelIds, 'Label'));
    return { labelable };
  },
  removeLabelsFromLabelable(input, context) {
    const labelable = target(context, input.labelableId, 'Issue');
    removeLabels(context.world, context.actor, labelable, targets(context, input.labelIds, 'Label'));
    return { labelable };
  },
  clearLabelsFromLabelable(input, context) {
    const labelable = target(context, input.labelableId, 'Issue');
    removeLabels(context.world, context.actor, labelable, [...labelable.labels]);
    return { labelable };
  },
  createLabel(input, context) {
    const repository = target(context, input.repositoryId, 'Repository');
    return { label: createLabel(context.world, context.actor, repository, input) };
  },
  updateLabel(input, context) {
    const label = target(context, input.id, 'Label');
    const { name, color, description } = input;
    editLabel(context.world, context.actor, label, {
      ...(name ? { name } : {}),
      ...(color ? { color } : {}),
      ...(description === undefined ? {} : { description }),
    });
    return { label };
  },
  deleteLabel(input, context) {
    deleteLabel(context.world, context.actor, target(context, input.id, 'Label'));
    return {};
  },
};
