/** A timer that passes when it is told to. */
export function aTimer() {
  const acts: (() => void)[] = [];
  return {
    every(_: number, act: () => void) {
      acts.push(act);
      return () => void acts.splice(acts.indexOf(act), 1);
    },
    tick() {
      for (const act of [...acts]) act();
    },
  };
}

/** Resolves when something that happens by itself has happened. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}
