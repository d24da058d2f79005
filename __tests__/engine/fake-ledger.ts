import type { Decision } from '../../src/model/decision.ts';
import { type IssueRef, printRef } from '../../src/model/facts.ts';
import type { Ledger } from '../../src/model/ports.ts';

/** A ledger in memory. */
export class FakeLedger implements Ledger {
  readonly decisions: Decision[] = [];

  async add(decision: Decision): Promise<void> {
    this.decisions.push(decision);
  }

  async last(ref: IssueRef): Promise<Decision | null> {
    return (await this.story(ref)).at(-1) ?? null;
  }

  async story(ref: IssueRef): Promise<Decision[]> {
    return this.decisions.filter((each) => printRef(each.ref) === printRef(ref));
  }
}
