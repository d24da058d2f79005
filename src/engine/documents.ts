import type { Policy } from '../model/policy.ts';

/** Where projects keep the document when the configuration doesn't say. */
const wellKnown = [
  'WORKING-GROUPS.md',
  'working-groups/WORKING-GROUPS.md',
  'docs/WORKING-GROUPS.md',
  'toc/working-groups/WORKING-GROUPS.md',
];

/** @returns the paths at which a governance document may be: those of the configuration, else the well-known ones. */
export function possibleDocuments({ charter }: Policy): string[] {
  return charter.documents.length > 0 ? [...new Set(charter.documents)] : wellKnown;
}

/** @returns all that the configuration names, there or not; without any, the first well-known one that is there. */
export function documentsInForce(policy: Policy, isThere: (path: string) => boolean): string[] {
  const possible = possibleDocuments(policy);
  return policy.charter.documents.length > 0 ? possible : possible.filter(isThere).slice(0, 1);
}
