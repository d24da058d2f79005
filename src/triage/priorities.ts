import type { Policy } from '../model/policy.ts';
import { priorityLabelOptions } from './priority-labels.ts';
import { settingsOf } from './settings.ts';

/** @returns the labels of priorities by their values, the most urgent first, as the configuration has them. */
export function prioritiesOf(policy: Policy): { value: string; label: string }[] {
  const { values, prefix } = settingsOf('priority', priorityLabelOptions, policy);
  return values.map((value) => ({ value, label: `${prefix}${value}` }));
}
