import { rmSync } from 'node:fs';

/** What `build-once.js` made for the run's temporary files. */
export default function clearUp() {
  const folder = process.env.REMIT_TESTS_FOLDER;
  if (folder) rmSync(folder, { recursive: true, force: true });
}
