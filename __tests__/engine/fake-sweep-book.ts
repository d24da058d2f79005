import type { KeptSweep, SweepBook, SweepChoice } from '../../src/model/upkeep-ports.ts';

/** Sweeps in memory. */
export class FakeSweepBook implements SweepBook {
  readonly kept = new Map<string, KeptSweep>();

  async read(id: string): Promise<KeptSweep | null> {
    return this.kept.get(id) ?? null;
  }

  async keep(sweep: KeptSweep): Promise<void> {
    const before = this.kept.get(sweep.id);
    if (before === undefined || before.step === sweep.step - 1) this.kept.set(sweep.id, structuredClone(sweep));
  }

  async arrivedAt(): Promise<null> {
    return null;
  }

  async list({ goingOn, limit }: SweepChoice): Promise<KeptSweep[]> {
    const all = [...this.kept.values()].filter(({ ended }) => !goingOn || ended === null);
    return all.sort((one, other) => Date.parse(other.began) - Date.parse(one.began)).slice(0, limit);
  }
}
