#!/usr/bin/env node
import { loadStart } from './load-start.ts';

/** What runs long and needs much is loaded as it is; compiled code that is kept can load nothing later. */
const long = ['serve', 'emulate', 'demo', 'triage'];

const { start } = long.includes(process.argv[2] ?? '') ? await import('./start.ts') : loadStart();
await start();
