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
  /** The terminal's columns; 100 where there is none. */
  width?: number;
  /** The address below which the documents lie, such as `https://github.com/octo-org/octo-repo/blob/<commit>`. */
  linesAt?: string;
  /** Where Markdown goes, which decides how long it may be; the job's summary unless said. */
  room?: 'summary' | 'comment';
  /** Remit's version, where the output names it. */
  version?: string;
}

/** A way to print an outcome. One file in `reporters/`, named after its id. */
export interface Reporter {
  /** For whom and where, in one sentence without a full stop. */
  summary: string;
  /** @returns the whole output, with a newline at its end where it is not empty. */
  print(outcome: CheckOutcome, options: ReporterOptions): string;
  examples: ReporterExample[];
}

export interface ReporterExample {
  name: string;
  outcome: CheckOutcome;
  options?: Omit<ReporterOptions, 'colours'>;
  contains: string[];
}
