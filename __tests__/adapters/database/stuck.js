import { openStore } from '../../../dist/adapters/store.js';

// Takes a job that never ends, says so, and waits to be killed.
const { inbox } = await openStore({ database: JSON.parse(process.argv[2]), schema: process.argv[3] });
const unit = { kind: 'issue', ref: { owner: 'octo-org', repository: 'octo-repo', number: 1 } };
await inbox.put([{ id: 'stuck', installation: 1, unit }]);
await inbox.work(async () => {
  process.stdout.write('began\n');
  await new Promise(() => {});
});
