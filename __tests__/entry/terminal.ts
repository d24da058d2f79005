import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '../../src/entry/cli/program.ts';

/** A folder with the files in it. */
export function aTree(files: Record<string, string | Uint8Array>): string {
  const root = mkdtempSync(join(tmpdir(), 'remit-test-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** Runs `remit …` in a folder, as from a terminal without colours. */
export async function remit(cwd: string, args: string[], env: Record<string, string> = {}, input = '') {
  let out = '';
  let err = '';
  const code = await runCli(args, {
    cwd,
    env,
    input: async () => new TextEncoder().encode(input),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: false,
  });
  return { code, out, err };
}
