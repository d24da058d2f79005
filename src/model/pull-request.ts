/** A file that a pull request changes. */
export interface ChangedFile {
  path: string;
  /** The hunks of a unified diff, without a header; `null` where GitHub gives none: binary, or too large. */
  patch: string | null;
}

/** Another text for whole lines of a changed file, as a comment of a review. Lines are those of the diff's right side. */
export interface Suggestion {
  /** Stands for what is suggested; the same suggestion has the same digest on every run. */
  digest: string;
  path: string;
  /** The last line, or the only one. */
  line: number;
  /** Present where it is about more than one line. */
  startLine?: number;
  body: string;
}

/** A comment of Remit's on the pull request's conversation. */
export interface PostedComment {
  id: number;
  body: string;
}

/** A suggestion that stands on the pull request. */
export interface PostedSuggestion {
  id: number;
  digest: string;
  /** Whether anybody has answered it. */
  isAnswered: boolean;
  /** Whether its lines have changed since, so that it can't be committed any more. */
  isOutdated: boolean;
}

/** A pull request, as far as it says for which milestones it waits. */
export interface PullFacts {
  number: number;
  /** The commit that it would merge. */
  commit: string;
  /** The branch that it is to be merged into. */
  branch: string;
  labels: string[];
  /** The title of its own milestone. */
  milestone: string | null;
}

/** What a check says of a commit. `skipped` counts as passed, `action_required` does not. */
export interface Check {
  conclusion: 'success' | 'failure' | 'action_required' | 'skipped';
  /** A line of plain text. */
  title: string;
  /** Markdown. */
  summary: string;
}

/** A check of Remit's that stands on a commit. */
export interface PostedCheck extends Check {
  id: number;
}
