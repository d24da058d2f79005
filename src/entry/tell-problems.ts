import { configurationPath, type Governing } from '../engine/governing.ts';
import type { Policy } from '../model/policy.ts';
import { inTerminal } from '../text/escape.ts';
import { CommandError, type Io } from './io.ts';

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

/** @returns the policy in force. Errors: a `CommandError` where no version of the configuration is without faults. */
export function policyOf({ policy, problems }: Pick<Governing, 'policy' | 'problems'>): Policy {
  if (policy === null) throw new CommandError(`${configurationPath} can’t be read: ${problems.join('; ')}`);
  return policy;
}
