import { commentMutations } from './mutate-comments.ts';
import { dependencyMutations } from './mutate-dependencies.ts';
import { issueTypeMutations } from './mutate-issue-types.ts';
import { issueMutations } from './mutate-issues.ts';
import { labelMutations } from './mutate-labels.ts';
import { projectMutations } from './mutate-projects.ts';
import { pullMutations } from './mutate-pulls.ts';
import { reviewMutations } from './mutate-reviews.ts';
import type { Args, Context, Fields, Mutate } from './resolvers.ts';

const all: Record<string, Mutate> = {
  ...labelMutations,
  ...issueMutations,
  ...issueTypeMutations,
  ...dependencyMutations,
  ...commentMutations,
  ...projectMutations,
  ...pullMutations,
  ...reviewMutations,
};

/** Each mutation takes one `input`, and gives `clientMutationId` back with its result. */
export const mutationFields: Fields<unknown> = Object.fromEntries(
  Object.entries(all).map(([name, mutate]) => [
    name,
    (_: unknown, { input }: Args, context: Context) => ({
      clientMutationId: input.clientMutationId ?? null,
      ...mutate(input, { ...context, mutation: name }),
    }),
  ]),
);
