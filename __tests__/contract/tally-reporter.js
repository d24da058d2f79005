import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Says at the end how much of what the emulated GitHub took and sent was held to what GitHub publishes. */
export default class TallyReporter {
  onRunStart() {
    // Workers start later and take it with their environment.
    process.env.REMIT_CONTRACT_TALLY = join(mkdtempSync(join(tmpdir(), 'remit-contract-')), 'tally');
  }

  onRunComplete() {
    const file = process.env.REMIT_CONTRACT_TALLY;
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    rmSync(dirname(file), { recursive: true, force: true });
    if (lines.length === 0) return;
    const all = lines.map((line) => JSON.parse(line));
    const sum = (what) => all.reduce((total, tally) => total + tally[what], 0).toLocaleString('en');
    process.stderr.write(
      `Contract:    ${sum('requests')} REST requests, ${sum('answers')} responses and ${sum('webhooks')} webhooks validated against GitHub’s description\n`,
    );
  }
}
