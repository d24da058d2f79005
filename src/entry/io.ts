import { createColors } from 'picocolors';
import { largestDocument } from '../text/decode.ts';

/** Where a command reads and writes. Passed in, so that a command can be run without a process of its own. */
export interface Io {
  cwd: string;
  env: Record<string, string | undefined>;
  /** All of stdin; no more of it than shows that it is too large for a document. */
  input(): Promise<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
  /** Whether stdout is a terminal: only then colours and progress. */
  terminal: boolean;
  /** Columns of the terminal. */
  width?: number | undefined;
}

/** 0 fine; 1 findings, a gate not passed, refused; 2 the call or the configuration is wrong; 3 the world did not answer. */
export type ExitCode = 0 | 1 | 2 | 3;

export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    input: readInput,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: process.stdout.isTTY === true,
    width: process.stdout.columns,
  };
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > largestDocument) break;
  }
  return Buffer.concat(chunks);
}

/** @see https://no-color.org */
export function wantsColours(io: Io): boolean {
  if (io.env.NO_COLOR) return false;
  return io.terminal || Boolean(io.env.FORCE_COLOR && io.env.FORCE_COLOR !== '0');
}

export const paint = (io: Io) => createColors(wantsColours(io));

/** An error that a person can mend; ends the command with the code, without a stack trace. */
export class CommandError extends Error {
  readonly code: ExitCode;

  constructor(message: string, code: ExitCode = 2) {
    super(message);
    this.name = 'CommandError';
    this.code = code;
  }
}

/** By its name: the command line is bundled, and what it loads later has a class of its own by the same name. */
export function isCommandError(error: unknown): error is CommandError {
  return error instanceof Error && error.name === 'CommandError';
}
