import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { serverAnswers } from '../postgres-server.ts';

const run = promisify(execFile);

/** A few times what `npm run soak` does hundreds of times, in processes of their own. */
async function soak(name: string, times: number): Promise<Record<string, number>> {
  const { stdout } = await run(process.execPath, ['scripts/soak.js', name, '--times', String(times), '--json']).catch(
    (failed: { stdout?: string; stderr?: string }) => {
      if (failed.stdout) return { stdout: failed.stdout };
      throw failed;
    },
  );
  const [result] = JSON.parse(stdout) as Record<string, number>[];
  return result!;
}

const nothingIsWrong = { lost: 0, twice: 0, dead: 0 };

describe('a bot that is killed with -9 under a stream of deliveries', () => {
  const onServer = serverAnswers ? it : it.skip;

  it('loses nothing that it acknowledged and does nothing twice, on the embedded database', async () => {
    const result = await soak('kills', 3);
    expect(result).toMatchObject({ kills: 3, ...nothingIsWrong });
    expect(result.acknowledged).toBeGreaterThanOrEqual(3);
  });

  onServer('loses nothing that it acknowledged and does nothing twice, on a server', async () => {
    const result = await soak('kills-server', 3);
    expect(result).toMatchObject({ kills: 3, ...nothingIsWrong });
    expect(result.acknowledged).toBeGreaterThanOrEqual(3);
  });

  onServer('leaves its work to the other one, where two share a server', async () => {
    const result = await soak('kills-beside', 3);
    expect(result).toMatchObject({ kills: 3, ...nothingIsWrong });
    expect(result.acknowledged).toBe(result.opened);
  });
});

describe('a bot whose disk is full', () => {
  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('answers 503, loses nothing that it acknowledged, and goes on by itself when there is room', async () => {
    const result = await soak('full-disk', 1);
    expect(result).toMatchObject(nothingIsWrong);
    expect(result.refused).toBe(result.meanwhile);
    // Three before, and one at least when there is room again.
    expect(result.acknowledged).toBeGreaterThanOrEqual(4);
  });
});
