import { startEmulator } from '../dist/emulator/emulator.js';
import { openIssues, seed } from './seed.js';

/**
 * The emulated GitHub as a child process: opens issues, tells the address given of them, then says where it is. What
 * Remit does there later is told to nobody, since that would be measured as well.
 */
const [webhookUrl, count] = process.argv.slice(2);

const github = await startEmulator({ seed });
github.setWebhookUrl(webhookUrl);
await openIssues(github, Number(count));
await github.settled();
github.setWebhookUrl(null);
process.send({ host: new URL(github.apiUrl).host, app: github.app });
