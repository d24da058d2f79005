/**
 * A process's life, of so many moments: it can die just before something is done outside of it, and just after. Who is
 * dead does nothing any more, whatever it makes of its errors.
 */
export class Life {
  #left: number;

  constructor(moments = Number.POSITIVE_INFINITY) {
    this.#left = moments;
  }

  get isOver(): boolean {
    return this.#left < 0;
  }

  async through<Result>(act: () => Promise<Result>): Promise<Result> {
    this.#moment();
    const result = await act();
    this.#moment();
    return result;
  }

  #moment(): void {
    if (this.#left >= 0) this.#left -= 1;
    if (this.isOver) throw new Error('the process is dead');
  }
}
