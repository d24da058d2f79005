import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A Git repository in a folder of its own, which knows nothing of this machine's settings. */
export function aRepository() {
  const root = mkdtempSync(join(tmpdir(), 'remit-git-'));
  const git = (...args: string[]) => runGit(root, args);
  git('init', '--quiet', '--initial-branch=main');
  return {
    root,
    git,
    write(files: Record<string, string>) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
    },
    commit(message = 'Change') {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD').trim();
    },
  };
}

export function runGit(cwd: string, args: string[], input = ''): string {
  const person = ['-c', 'user.name=Octo One', '-c', 'user.email=octo-1@example.com', '-c', 'commit.gpgsign=false'];
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', [...person, ...args], { cwd, env, input, encoding: 'utf8', stdio: 'pipe' });
}
