import { appendFileSync, readFileSync } from 'node:fs';
import { afterAll, afterEach } from '@jest/globals';
import { type Contract, holdEmulatorsTo } from '../../src/emulator/contract/contract.ts';
import { createGitHubContract } from './github-contract.ts';

/**
 * Runs before every test file: each emulator that a test starts is held to what GitHub publishes, and a test fails
 * whatever it expected when something went out that GitHub would not send, or came in that GitHub does not know.
 */
const tally = { requests: 0, answers: 0, webhooks: 0 };
const broken: string[] = [];
let github: Contract | null = null;

holdEmulatorsTo({
  checkRequest(request) {
    tally.requests += 1;
    return keep(`request ${request.route}`, contract().checkRequest(request));
  },
  checkAnswer(answer) {
    tally.answers += 1;
    return keep(`${answer.route ?? 'no route'} ${answer.status}`, contract().checkAnswer(answer));
  },
  checkWebhook(event, payload) {
    tally.webhooks += 1;
    return keep(`webhook ${event} ${payload.action ?? ''}`, contract().checkWebhook(event, payload));
  },
});
afterEach(failOnBroken);
afterAll(() => {
  const file = process.env.REMIT_CONTRACT_TALLY;
  if (file && tally.answers + tally.webhooks > 0) appendFileSync(file, `${JSON.stringify(tally)}\n`);
  failOnBroken();
});

/** Most test files start no emulator: the contract is read when it is first needed. */
function contract(): Contract {
  github ??= createGitHubContract(read('openapi'), read('webhooks'));
  return github;
}

function read(name: string) {
  return JSON.parse(readFileSync(new URL(`../../src/emulator/contract/${name}.json`, import.meta.url), 'utf8'));
}

function keep(what: string, wrong: string[]): string[] {
  if (wrong.length > 0) broken.push([what.trim(), ...wrong.map((line) => `  ${line}`)].join('\n'));
  return wrong;
}

function failOnBroken(): void {
  const found = [...new Set(broken.splice(0))];
  if (found.length > 0)
    throw new Error(`what came to the emulated GitHub or went out is not as GitHub has it:\n${found.join('\n')}`);
}
