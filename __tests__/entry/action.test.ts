import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { runAction } from './run-action.ts';

const sound = readFileSync('docs/example/WORKING-GROUPS.md', 'utf8');
const drifted = sound.replace(
  'octo-lead-4) | Octo Labs | User Experience',
  'octo-lead-4) | Octo Labs | User Experiences',
);

describe('the Action’s bundle', () => {
  it('annotates the right line of a pull request, writes the summary and the outputs, and fails', async () => {
    const { code, out, summary, outputs } = await runAction({ 'WORKING-GROUPS.md': drifted });
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=WORKING-GROUPS\.md,line=22,.*User Experiences/m);
    expect(summary).toMatch(/WORKING-GROUPS\.md.*22|22.*seat-of-unknown-group/);
    expect(outputs).toMatch(/^errors<<[^\n]+\n[1-9]/m);
    expect(outputs).toMatch(/"rule":\s*"seat-of-unknown-group"/);
  });

  it('passes where all is in order', async () => {
    const { code, outputs } = await runAction({ 'WORKING-GROUPS.md': sound });
    expect(code).toBe(0);
    expect(outputs).toMatch(/^findings<<[^\n]+\n0/m);
  });

  it('fails by fail-on', async () => {
    expect((await runAction({ 'WORKING-GROUPS.md': drifted }, { 'INPUT_FAIL-ON': 'never' })).code).toBe(0);
    expect((await runAction({ 'WORKING-GROUPS.md': sound }, { 'INPUT_FAIL-ON': 'sometimes' })).out).toMatch(
      /::error::.*sometimes/,
    );
  });

  it('checks the documents that are named', async () => {
    const files = { 'a/GROUPS.md': drifted, 'WORKING-GROUPS.md': sound };
    const { code, out } = await runAction(files, { INPUT_PATHS: 'a/GROUPS.md\n' });
    expect(code).toBe(1);
    expect(out).toMatch(/file=a\/GROUPS\.md,line=22,/);
  });

  it('says that there is nothing to do on an event it does not know', async () => {
    const { code, out } = await runAction({ 'WORKING-GROUPS.md': drifted }, { GITHUB_EVENT_NAME: 'watch' });
    expect([code, out]).toEqual([0, expect.stringMatching(/Nothing to do on “watch”/)]);
  });

  it('says what is wrong with a configuration', async () => {
    const { code, out } = await runAction({ 'WORKING-GROUPS.md': sound, '.github/remit.yml': 'chekc: {}\n' });
    expect(code).toBe(1);
    expect(out).toMatch(/::error::.*remit\.yml:1:1/);
  });
});
