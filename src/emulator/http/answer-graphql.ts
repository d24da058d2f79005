import { executeGraphQL } from '../graphql/execute.ts';
import { Refusal, unauthorized } from '../refusal.ts';
import type { World } from '../world.ts';
import type { Identity } from './authenticate.ts';
import { type Answer, ok } from './call.ts';

interface GraphQLAnswer {
  answer: Answer;
  kind: 'query' | 'mutation' | null;
  /** `query Name` or `mutation Name`. */
  operation: string | null;
  /** Points of the hourly limit. */
  cost: number;
}

/** @throws Refusal 401 when nobody asks, 400 when there is no query. */
export async function answerGraphQL(
  world: World,
  { actor }: Identity,
  body: Record<string, unknown>,
): Promise<GraphQLAnswer> {
  if (!actor) throw unauthorized('This endpoint requires you to be authenticated.');
  const { query, variables, operationName } = body;
  if (typeof query !== 'string') throw new Refusal(400, 'A query attribute must be specified and must be a string.');
  const request = {
    query,
    variables: typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : {},
    operationName: typeof operationName === 'string' ? operationName : null,
  };
  const outcome = await executeGraphQL(request, { world, actor });
  const operation = outcome.kind && `${outcome.kind} ${outcome.name ?? ''}`.trim();
  return { answer: ok(outcome.body), kind: outcome.kind, operation, cost: outcome.cost };
}
