import { z } from 'zod';
import type { Ancestor } from '../../model/facts.ts';
import { isAmong } from '../../text/github-names.ts';

const names = z.array(z.string().min(1).max(50)).max(20);

/** What the configuration says of epics. */
export const epicOptions = z.strictObject({
  labels: names.default(['epic']).describe('Labels that make an issue an epic.'),
  types: names.default(['Epic']).describe('Issue types that make an issue an epic.'),
});

export type EpicOptions = z.output<typeof epicOptions>;

/** Whether an issue with these labels, by name, and this type is an epic. */
export function isEpic({ labels, type }: Pick<Ancestor, 'labels' | 'type'>, options: EpicOptions): boolean {
  return labels.some((label) => isAmong(options.labels, label)) || (type !== null && isAmong(options.types, type));
}
