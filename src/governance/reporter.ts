import type { Finding } from '../model/finding.ts';

/** The outcome of a check of one file. */
export interface CheckedFile {
  path: string;
  /** Id of the format that read it, `null` where none fits. */
  format: string | null;
  findings: Finding[];
  text: string;
}

export interface CheckOutcome {
  files: CheckedFile[];
  counts: { error: number; warning: number; info: number; new: number };
}

export interface ReporterOptions {
  /** Paints for a terminal. */
  colours: boolean;
}

/** A way to print an outcome. One file in `reporters/`, named after its id. */
export interface Reporter {
  /** For whom and where, in one sentence without a full stop. */
  summary: string;
  /** @returns the whole output, with a newline at its end where it is not empty. */
  print(outcome: CheckOutcome, options: ReporterOptions): string;
  examples: { name: string; outcome: CheckOutcome; contains: string[] }[];
}
