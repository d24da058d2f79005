import { processIo } from '../io.ts';
import { runCli } from './program.ts';

/** Runs the command line of this process; never rejects. */
export async function start(): Promise<void> {
  process.stdout.on('error', endWithReader);
  process.exitCode = await runCli(process.argv.slice(2), processIo());
}

/** Whoever reads may have enough: `remit check | head`. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
