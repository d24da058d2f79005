import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { repositoryOf } from '../../src/entry/repository-of.ts';
import { aTree } from './terminal.ts';

const octoRepo = { owner: 'octo-org', name: 'octo-repo' };

let root = '';
afterEach(() => rmSync(root, { recursive: true, force: true }));

const gitConfig = (url: string) =>
  `[core]\n\tbare = false\n[remote "fork"]\n\turl = https://github.com/octo-user-1/octo-repo\n[remote "origin"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;

/** What is found in a folder whose remote `origin` is this. */
function ofOrigin(url: string, env: Record<string, string> = {}) {
  root = aTree({ '.git/config': gitConfig(url) });
  return repositoryOf({ root, env });
}

describe('the repository of a folder', () => {
  it.each([
    'https://github.com/octo-org/octo-repo.git',
    'https://github.com/octo-org/octo-repo',
    'https://github.com/octo-org/octo-repo/',
    'https://x-access-token:secret@github.com/octo-org/octo-repo.git',
    'git@github.com:octo-org/octo-repo.git',
    'github.com:octo-org/octo-repo',
    'ssh://git@github.com/octo-org/octo-repo.git',
    'ssh://git@ssh.github.com:443/octo-org/octo-repo.git',
    '"https://github.com/octo-org/octo-repo.git" ; the public one',
  ])('is known by the remote %s', (url) => {
    expect(ofOrigin(url)).toEqual(octoRepo);
  });

  it.each([
    'https://gitlab.example.org/octo-org/octo-repo.git',
    'https://github.com.example.org/octo-org/octo-repo.git',
    'https://github.com/octo-org',
    'https://github.com/octo-org/octo-repo/tree/main',
    'https://github.com/octo-org/..',
    '../octo-repo.git',
    '/srv/git/octo-repo.git',
    'file:///srv/git/octo-repo.git',
    'C:\\repos\\octo-repo',
  ])('is not known by the remote %s', (url) => {
    expect(ofOrigin(url)).toBeNull();
  });

  it('is known on the server that a workflow runs for', () => {
    const env = { GITHUB_SERVER_URL: 'https://github.octo.example.org' };
    expect(ofOrigin('git@github.octo.example.org:octo-org/octo-repo.git', env)).toEqual(octoRepo);
    expect(ofOrigin('git@github.com:octo-org/octo-repo.git', env)).toBeNull();
  });

  it('is the one that is named, before a workflow’s and before the remote', () => {
    root = aTree({ '.git/config': gitConfig('https://github.com/octo-org/three') });
    const env = { GITHUB_REPOSITORY: 'octo-org/two' };
    expect(repositoryOf({ root, named: 'octo-org/one', env })?.name).toBe('one');
    expect(repositoryOf({ root, env })?.name).toBe('two');
    expect(repositoryOf({ root, env: {} })?.name).toBe('three');
  });

  it('is not known without git', () => {
    root = aTree({ 'README.md': '# Octo\n' });
    expect(repositoryOf({ root, env: {} })).toBeNull();
  });

  it.each(['octo-repo', 'octo-org/octo-repo/issues', 'https://github.com/octo-org/octo-repo', 'octo org/a', ''])(
    'can’t be called “%s”',
    (named) => {
      expect(() => repositoryOf({ root: '.', named, env: {} })).toThrow(/is no repository: write owner\/repo/);
    },
  );
});
