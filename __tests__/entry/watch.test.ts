import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { watchDocuments } from '../../src/entry/cli/watch.ts';
import { CommandError } from '../../src/entry/io.ts';
import { aTree } from './terminal.ts';

/** A watch over a folder, with what it printed and how often it looked. */
function aWatch(cwd: string, { terminal = false, fails = false } = {}) {
  let [looks, out, err] = [0, '', ''];
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const look = () => {
    looks += 1;
    if (fails) throw new CommandError('W.md is not there');
    out += `look ${looks}\n`;
  };
  const io = {
    cwd,
    env: {},
    input: async () => new Uint8Array(),
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    terminal,
  };
  const clock = { now: () => new Date(2026, 10, 21, 9, 5, 7) };
  const ended = watchDocuments(['docs/W.md'], { config: '.github/remit.yml' }, { io, look, clock, stopped });
  return {
    ended,
    stop,
    said: () => ({ out, err }),
    async looks(count: number) {
      while (looks < count) await new Promise((resolve) => setTimeout(resolve, 10));
      return looks;
    },
  };
}

describe('remit check --watch', () => {
  it('looks at once, and again when a document changes, however an editor writes it', async () => {
    const tree = aTree({ 'docs/W.md': 'one\n' });
    const watch = aWatch(tree);
    await watch.looks(1);
    writeFileSync(join(tree, 'docs/W.md'), 'two\n');
    await watch.looks(2);
    writeFileSync(join(tree, 'docs/W.md~'), 'three\n');
    renameSync(join(tree, 'docs/W.md~'), join(tree, 'docs/W.md'));
    await watch.looks(3);
    watch.stop();
    expect(await watch.ended).toBe(0);
  });

  it('looks again when the configuration changes', async () => {
    const tree = aTree({ 'docs/W.md': 'one\n', '.github/remit.yml': '' });
    const watch = aWatch(tree);
    writeFileSync(join(tree, '.github/remit.yml'), 'check:\n  fail-on: warning\n');
    expect(await watch.looks(2)).toBe(2);
    watch.stop();
    await watch.ended;
  });

  it('clears a terminal and says the time', async () => {
    const watch = aWatch(aTree({ 'docs/W.md': '' }), { terminal: true });
    watch.stop();
    await watch.ended;
    expect(watch.said().out).toBe('\u001b[2J\u001b[H09:05:07\n\nlook 1\n');
  });

  it('goes on when a document can’t be read just now', async () => {
    const tree = aTree({ 'docs/W.md': 'one\n' });
    const watch = aWatch(tree, { fails: true });
    writeFileSync(join(tree, 'docs/W.md'), 'two\n');
    await watch.looks(2);
    watch.stop();
    expect(await watch.ended).toBe(0);
    expect(watch.said().err).toMatch(/^(remit: W\.md is not there\n){2}/);
  });
});
