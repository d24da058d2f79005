import type { GraphQLResolveInfo } from 'graphql';
import type { Actor, World } from '../world.ts';

/** What every resolver gets besides its source and arguments. */
export interface Context {
  world: World;
  actor: Actor;
  /** The mutation that is being made; empty while none is. */
  mutation: string;
  /** Points that this request takes. */
  cost: number;
  /** Nodes that it may ask for at most. */
  nodeCount: number;
}

// biome-ignore lint/suspicious/noExplicitAny: the schema has checked the arguments before a resolver sees them
export type Args = any;

export type Fields<Source> = Record<
  string,
  (source: Source, args: Args, context: Context, info: GraphQLResolveInfo) => unknown
>;

/** The type in GitHub's schema of something; a pull request is kept as the issue that it is too. */
export function typeOf({ kind, pull }: { kind?: string; pull?: unknown }): string | undefined {
  return kind === 'Issue' && pull ? 'PullRequest' : kind;
}

/** One mutation: from its input to its payload. */
export type Mutate = (input: Args, context: Context) => Record<string, unknown>;
