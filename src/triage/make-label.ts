import type { Group } from '../model/charter.ts';
import type { Effect } from '../model/plan.ts';
import { digestOf } from '../text/digest.ts';
import { inTerminal } from '../text/escape.ts';
import { nameKey } from '../text/names.ts';

/** What a charter calls the part that says what a group is for. */
const purposes = ['description', 'mission', 'purpose', 'charter', 'topics'];

/** GitHub takes no longer description of a label. */
const longestDescription = 100;

/** Light ones, on which black text reads well. */
const colors = ['bfd4f2', 'bfdadc', 'c2e0c6', 'c5def5', 'd4c5f9', 'e99695', 'f9d0c4', 'fef2c0'];

/**
 * @returns the effect that makes a group's label where the repository has none: with what the charter says the group is
 * for, and with a colour that is the group's own, the same in each repository.
 */
export function makeLabel({ name: group, slug, artifacts }: Group, label: string): Effect {
  const purpose = artifacts.find(({ name, text }) => text !== '' && purposes.includes(nameKey(name)))?.text;
  const description = [...inTerminal(purpose ?? `Issues of ${group}`)].slice(0, longestDescription).join('');
  const color = colors[Number.parseInt(digestOf(slug).slice(-4), 16) % colors.length]!;
  return { do: 'create-label', name: label, color, description, because: 'the repository has no such label' };
}
