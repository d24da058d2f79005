import { writeSync } from 'node:fs';

/** Loaded into a process before its own code: tells at its end how much memory it held at most. */
process.on('exit', () => {
  writeSync(2, `\npeak memory: ${process.resourceUsage().maxRSS} KB\n`);
});
