import { describe, expect, it } from '@jest/globals';
import { tellPullRequest } from '../../src/engine/tell-pull-request.ts';
import { aFinding, anOutcome } from '../../src/governance/example-outcome.ts';
import type { CheckOutcome } from '../../src/governance/reporter.ts';
import type { Finding } from '../../src/model/finding.ts';
import { FakePullRequest } from './fake-pull-request.ts';

const path = 'WORKING-GROUPS.md';
const all = { commit: 'c0ffee', comment: true, suggestions: true };

describe('the comment', () => {
  it('appears with the first finding, is edited in place, and goes with the last one', async () => {
    const thread = new FakePullRequest();
    await tellPullRequest(thread, anOutcome([]), all);
    expect(thread.writes).toEqual([]);
    await tellPullRequest(thread, anOutcome([aFinding()]), all);
    await tellPullRequest(thread, anOutcome([aFinding(), aFinding({ message: 'another' })]), all);
    expect(thread.comments[0]?.body).toContain('another');
    await tellPullRequest(thread, anOutcome([]), all);
    expect(thread.writes).toEqual(['add comment', 'edit comment 1', 'delete comment 1']);
  });

  it('is not written again where it says the same', async () => {
    const thread = new FakePullRequest();
    await tellPullRequest(thread, anOutcome([aFinding()]), all);
    thread.comments = thread.comments.map(({ id, body }) => ({ id, body: `${body.replaceAll('\n', '\r\n')}\r\n` }));
    await tellPullRequest(thread, anOutcome([aFinding()]), all);
    expect(thread.writes).toEqual(['add comment']);
  });

  it('is one, also after two checks at the same time', async () => {
    const thread = new FakePullRequest();
    await tellPullRequest(thread, anOutcome([aFinding()]), all);
    thread.comments.push({ id: 7, body: thread.comments[0]!.body });
    await tellPullRequest(thread, anOutcome([aFinding()]), all);
    expect(thread.comments.map(({ id }) => id)).toEqual([1]);
  });

  it('is left alone where it is not wanted', async () => {
    const thread = new FakePullRequest();
    await tellPullRequest(thread, anOutcome([aFinding()]), { ...all, comment: false });
    expect(thread.reads).not.toContain('comments');
    expect(thread.writes).toEqual([]);
  });
});

describe('the suggestions', () => {
  it('come in one review', async () => {
    const { thread, writes } = await afterFirst(outcomeOf('a(1)\nb(2)\n'));
    expect(writes).toEqual(['review of 2']);
    expect(thread.suggestions.map(({ line }) => line)).toEqual([1, 2]);
  });

  it('are not posted again', async () => {
    const outcome = outcomeOf('a(1)\nb(2)\n');
    const { thread } = await afterFirst(outcome);
    expect(await writesOf(thread, outcome)).toEqual([]);
  });

  it('follow what is found: only what is new is posted, what is done is removed', async () => {
    const { thread } = await afterFirst(outcomeOf('a(1)\nb(2)\n'));
    expect(await writesOf(thread, outcomeOf('a (1)\nb(2)\nc(3)\n'))).toEqual(['review of 1', 'remove suggestion 1']);
    expect(thread.suggestions.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('go when nothing is left to fix, without a look at the files', async () => {
    const { thread } = await afterFirst(outcomeOf('a(1)\n'));
    thread.reads.length = 0;
    expect(await writesOf(thread, anOutcome([]))).toEqual(['remove suggestion 1']);
    expect(thread.reads).not.toContain('files');
  });

  it('stay where somebody has answered', async () => {
    const { thread } = await afterFirst(outcomeOf('a(1)\n'));
    thread.suggestions[0]!.isAnswered = true;
    expect(await writesOf(thread, anOutcome([]))).toEqual([]);
  });

  it('are made anew where they are outdated and can’t be committed any more', async () => {
    const { thread } = await afterFirst(outcomeOf('a(1)\n'));
    thread.suggestions[0]!.isOutdated = true;
    expect(await writesOf(thread, outcomeOf('a(1)\n'))).toEqual(['review of 1', 'remove suggestion 1']);
  });

  it('are not made anew where somebody has answered', async () => {
    const { thread } = await afterFirst(outcomeOf('a(1)\n'));
    thread.suggestions[0] = { ...thread.suggestions[0]!, isAnswered: true, isOutdated: true };
    expect(await writesOf(thread, outcomeOf('a(1)\n'))).toEqual([]);
  });

  it('stand there once, also after two checks at the same time', async () => {
    const { thread } = await afterFirst(outcomeOf('a(1)\n'));
    thread.suggestions.push({ ...thread.suggestions[0]!, id: 7 });
    expect(await writesOf(thread, outcomeOf('a(1)\n'))).toEqual(['remove suggestion 7']);
  });

  it('are left alone where they are not wanted', async () => {
    const { thread } = await afterFirst(outcomeOf('a(1)\n'));
    await tellPullRequest(thread, anOutcome([]), { ...all, suggestions: false });
    expect(thread.suggestions).toHaveLength(1);
  });
});

describe('a pull request', () => {
  it('is told nothing about a commit that is not its newest', async () => {
    const thread = new FakePullRequest();
    thread.head = 'decaf';
    expect(await tellPullRequest(thread, outcomeOf('a(1)\n'), all)).toBe('superseded');
    expect(thread.writes).toEqual([]);
  });

  it('passes on what GitHub refuses', async () => {
    const thread = new FakePullRequest();
    thread.refusal = new Error('Resource not accessible by integration');
    await expect(tellPullRequest(thread, anOutcome([aFinding()]), all)).rejects.toThrow(/not accessible/);
  });
});

/** A new file in which `a(1)` should be `a (1)`. */
function outcomeOf(text: string): CheckOutcome {
  const findings = [...text.matchAll(/(?<=\w)\(/g)].map(({ index }): Finding => {
    const { at, ...finding } = aFinding({ at: { offset: index, endOffset: index + 1 } });
    return { ...finding, at, fix: { at, text: ' (' } };
  });
  return anOutcome(findings, { path, text });
}

async function afterFirst(outcome: CheckOutcome) {
  const thread = new FakePullRequest();
  const writes = await writesOf(thread, outcome);
  return { thread, writes };
}

/** What the next check writes, without the comment. */
async function writesOf(thread: FakePullRequest, outcome: CheckOutcome): Promise<string[]> {
  const before = thread.writes.length;
  thread.files = outcome.files.map(({ text }) => {
    const lines = text.split('\n').slice(0, -1);
    return { path, patch: [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join('\n') };
  });
  await tellPullRequest(thread, outcome, { ...all, comment: false });
  return thread.writes.slice(before);
}
