import { existsSync, readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';

interface Start {
  start(): Promise<void>;
}

/**
 * Commands that a person or a hook waits for. All others run long or wait for GitHub; they are loaded as they are, since
 * compiled code that is kept can load nothing later.
 */
export const quick = ['check', 'charter', 'config', 'parse', 'commands'];

/** Compiled code is of use to the same engine on the same processor only. */
export const cacheName = `start.${process.versions.v8}-${process.arch}.cache`;

/**
 * Loads the bundled command line. Half of the time of a short command is the compiling of its code: the build keeps the
 * compiled code beside the bundle for the engine that it ran on; with any other, Node keeps it where it can.
 * Source: Node's documentation, “vm.Script” and “module.enableCompileCache”.
 */
export function loadStart(): Start {
  const file = fileURLToPath(new URL('./start.cjs', import.meta.url));
  const cache = fileURLToPath(new URL(`./${cacheName}`, import.meta.url));
  const require = createRequire(import.meta.url);
  if (existsSync(cache)) return runScript(compile(file, readFileSync(cache)), file, require);
  (module as { enableCompileCache?: () => void }).enableCompileCache?.();
  return require(file) as Start;
}

/** @returns the bundle as a function, as Node wraps a CommonJS module. */
export function compile(file: string, cachedData?: Buffer): Script {
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  return new Script(source, { filename: file, importModuleDynamically, ...(cachedData ? { cachedData } : {}) });
}

export function runScript(script: Script, file: string, require: NodeJS.Require): Start {
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, require, loaded, file, dirname(file));
  return loaded.exports as Start;
}
