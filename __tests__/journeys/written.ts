import type { Emulator } from '../../src/emulator/emulator.ts';

const own = 'remit[bot]';

/** How many comments Remit wrote on the issue, those that are gone too; edits are none. */
export function commentsWritten({ deliveries }: Emulator, number: number): number {
  return deliveries.filter(({ event, action, payload, redelivery }) => {
    if (redelivery) return false;
    const { issue, sender } = payload as { issue?: { number: number }; sender?: { login: string } };
    return event === 'issue_comment' && action === 'created' && sender?.login === own && issue?.number === number;
  }).length;
}

/** Labels that Remit put on the issue (`+`) and took off it (`-`), in their order. */
export function labelsWritten({ state }: Emulator, number: number): string[] {
  const issues = [...state.repositories.values()].flatMap((repository) => [...repository.issues.values()]);
  const issue = issues.find((each) => each.number === number);
  return (issue?.timeline ?? []).flatMap((item) => {
    if (item.kind !== 'LabeledEvent' && item.kind !== 'UnlabeledEvent') return [];
    if (item.actor?.login !== own) return [];
    return [`${item.kind === 'LabeledEvent' ? '+' : '-'}${item.label.name}`];
  });
}
