import type { State } from '../state/state.ts';
import { type Asked, fits } from './asked.ts';
import { createDraw } from './occurrence.ts';
import { type Fault, type FaultRule, faultRule } from './rule.ts';

/** A rule that is in force, and how often it has made something fail. */
export interface FaultInForce {
  rule: FaultRule;
  readonly happened: number;
  remove(): void;
}

/** The rules by which requests fail. */
export interface Faults {
  /** Where several rules fit a request, the one added first decides. @throws ZodError for what is no rule. */
  add(rule: FaultRule): FaultInForce;
  clear(): void;
  list(): FaultInForce[];
}

/** What fails, and the state that a stale read is answered from. */
export type Chosen = { fault: Fault; before?: State };

interface Entry extends FaultInForce {
  fault: Fault;
  happened: number;
  draw: () => boolean;
  /** Of a rule of stale reads: the state before the last write, and how many reads will still see it. */
  before: State | null;
  readsLeft: number;
}

/** Besides the rules, what applies them: both sides of the same list. */
export function createFaults(): Faults & {
  choose(asked: Asked): Chosen | null;
  /** To be told before each write: keeps the state where reads will be stale. */
  noteWrite(copyState: () => State): void;
} {
  const entries: Entry[] = [];
  return {
    add(rule) {
      const { fault, ...occurrence } = faultRule.parse(rule);
      const draw = createDraw(occurrence);
      const remove = () => void entries.splice(entries.indexOf(entry) >>> 0, 1);
      const entry: Entry = { rule, fault, happened: 0, draw, before: null, readsLeft: 0, remove };
      entries.push(entry);
      return entry;
    },
    clear: () => void entries.splice(0),
    list: () => [...entries],
    choose(asked) {
      // Each is asked, so that the nth request of a rule does not hang on the others.
      const happening = entries.filter((entry) => fits(entry.rule, asked) && isPossible(entry, asked) && entry.draw());
      const [entry] = happening;
      if (!entry) return null;
      entry.happened += 1;
      if (entry.fault.kind !== 'stale' || !entry.before) return { fault: entry.fault };
      entry.readsLeft -= 1;
      return { fault: entry.fault, before: entry.before };
    },
    noteWrite(copyState) {
      const stale = entries.filter(({ fault }) => fault.kind === 'stale');
      if (stale.length === 0) return;
      const before = copyState();
      for (const entry of stale) {
        entry.before = before;
        entry.readsLeft = entry.fault.kind === 'stale' ? entry.fault.reads : 0;
      }
    },
  };
}

/** A stale read needs a write before it, an answer in part GraphQL: other requests do not count. */
function isPossible({ fault, before, readsLeft }: Entry, { isWrite, operation }: Asked): boolean {
  if (fault.kind === 'partial') return operation !== null;
  return fault.kind !== 'stale' || (!isWrite && before !== null && readsLeft > 0);
}
