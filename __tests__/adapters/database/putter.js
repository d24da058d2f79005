import { openStore } from '../../../dist/adapters/store.js';

// Puts jobs without end and says which of them are stored, until it is killed.
const { inbox } = await openStore({ database: { kind: 'embedded', folder: process.argv[2] } });
for (let number = 1; ; number++) {
  const unit = { kind: 'issue', ref: { owner: 'octo-org', repository: 'octo-repo', number } };
  await inbox.put([{ id: `job ${number}`, installation: 1, unit }]);
  process.stdout.write(`job ${number}\n`);
}
