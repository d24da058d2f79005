import { countOf, coverOperations } from './emulator-tables.js';

/** `npm run emulator:coverage`: each operation of GitHub's description, with whether the emulated GitHub answers it. */
const covered = await coverOperations();
for (const { name, isAnswered } of covered) console.log(`${isAnswered ? 'answered    ' : 'not answered'}  ${name}`);
console.log(`\n${countOf(covered)} operations are answered`);
