#!/usr/bin/env node
import { loadStart, quick } from './load-start.ts';

/** What is asked about commands at all is quick as well: `--help`, `--version`, a command that there is not. */
const [, , command = '--help'] = process.argv;
const { start } = quick.includes(command) || command.startsWith('-') ? loadStart() : await import('./start.ts');
await start();
