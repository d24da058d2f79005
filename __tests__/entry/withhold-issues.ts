import type { Emulator } from '../../src/emulator/emulator.ts';

/** The pages of issues that are read have issues on them that the token may not see. */
export function withholdIssues(github: Emulator): void {
  const fault = { kind: 'partial', field: 'repository.issues.nodes.title', because: 'forbidden' } as const;
  github.faults.add({ operation: 'query', fault });
}
