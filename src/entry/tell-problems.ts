import { configurationPath } from '../engine/governing.ts';
import { inTerminal } from '../text/escape.ts';
import type { Io } from './io.ts';

/** Tells whoever runs Remit, once, when what is decided is not by the configuration as it is now. */
export function problemTeller({ err }: Pick<Io, 'err'>): (problems: string[]) => void {
  let isTold = false;
  return (problems) => {
    if (isTold || problems.length === 0) return;
    isTold = true;
    const lines = problems.map((problem) => `  ${inTerminal(problem)}\n`).join('');
    err(
      `remit: ${configurationPath} can’t be read; the last version without faults is in force, if there is one\n${lines}`,
    );
  };
}
