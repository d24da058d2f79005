/** What an error has that says which labels the repository doesn't have: nothing was written then. */
export interface MissingLabels {
  /** Names. */
  missingLabels: string[];
}

/** @returns the labels that an error says are missing; `null` where it says nothing of labels. */
export function labelsMissingBy(error: unknown): string[] | null {
  const says = error instanceof Error && 'missingLabels' in error && Array.isArray(error.missingLabels);
  return says ? (error as Error & MissingLabels).missingLabels : null;
}
