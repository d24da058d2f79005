import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

interface EmulateProcess {
  /** What it printed until it could be asked. */
  printed: string;
  /** Base of its addresses. */
  url: string;
  /** Ends it as Ctrl+C does. @returns what it printed last, and its exit code. */
  stop(): Promise<{ last: string; code: number | null }>;
}

/** `remit emulate` as its own process, once it has said where it is. */
export async function startEmulate(args: string[], { cwd }: { cwd: string }): Promise<EmulateProcess> {
  const child = spawn(process.execPath, [resolve('dist/entry/cli/main.js'), 'emulate', ...args], { cwd });
  let all = '';
  const said = new Promise<void>((found) => {
    child.stdout.on('data', (chunk) => {
      all += chunk;
      if (all.includes('Ctrl+C')) found();
    });
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  await Promise.race([said, ended]);
  const printed = all;
  return {
    printed,
    url: /http:\/\/\S+/.exec(printed)?.[0] ?? '',
    async stop() {
      child.kill('SIGINT');
      const code = await ended;
      return { last: all.slice(printed.length), code };
    },
  };
}
