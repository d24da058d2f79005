import { readTree } from '../adapters/files/tree.ts';
import type { RepositoryRef } from '../model/facts.ts';
import { CommandError, type Io } from './io.ts';

/**
 * @returns the repository that a folder is a copy of: as it is named, as a workflow of GitHub's names it
 * (`GITHUB_REPOSITORY`), or as the git remote `origin` does, if that is on GitHub (`GITHUB_SERVER_URL` for another than
 * github.com). `null` where nothing tells.
 * Errors: a `CommandError` where the name that was given is none.
 */
export function repositoryOf({
  root,
  named,
  env,
}: {
  root: string;
  named?: string | undefined;
  env: Record<string, string | undefined>;
}): RepositoryRef | null {
  if (named !== undefined) return parseName(named) ?? refuse(named);
  return parseName(env.GITHUB_REPOSITORY ?? '') ?? fromGit(root, hostOf(env.GITHUB_SERVER_URL ?? ''));
}

/** @returns the repository as above. Errors: a `CommandError` where nothing tells, too. */
export function repositoryMeant(named: string | undefined, io: Pick<Io, 'cwd' | 'env'>): RepositoryRef {
  const repository = repositoryOf({ root: io.cwd, named, env: io.env });
  if (!repository) throw new CommandError('it is not known which repository is meant: name it as owner/repo');
  return repository;
}

function refuse(named: string): never {
  throw new CommandError(`“${named}” is no repository: write owner/repo`);
}

function parseName(text: string): RepositoryRef | null {
  const [, owner, name] = /^([A-Za-z\d][\w-]*)\/([\w.-]+)$/.exec(text) ?? [];
  return owner && name && !/^\.{1,2}$/.test(name) ? { owner, name } : null;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : 'github.com');

/** The file is read and git is not asked: a check starts no other program. */
function fromGit(root: string, host: string): RepositoryRef | null {
  const [config] = readTree({ root, paths: ['.git/config'] });
  const url = config && 'text' in config ? urlOfOrigin(config.text) : null;
  return url === null ? null : parseRemote(url, host);
}

/** Source: git-config(1), Syntax. */
function urlOfOrigin(config: string): string | null {
  let isOrigin = false;
  for (const line of config.split(/\r?\n/)) {
    const section = /^\s*\[([^\]]*)\]/.exec(line)?.[1];
    if (section !== undefined) isOrigin = /^remote\s+"origin"$/i.test(section.trim());
    const url = isOrigin ? /^\s*url\s*=\s*"?([^\s"#;]+)/i.exec(line)?.[1] : undefined;
    if (url !== undefined) return url;
  }
  return null;
}

/** `https://host/owner/repo.git`, `ssh://git@host:22/owner/repo`, `git@host:owner/repo.git`. */
function parseRemote(remote: string, host: string): RepositoryRef | null {
  const short = /^(?:[\w.-]+@)?([\w.-]+):(?!\/)(.+)$/.exec(remote);
  const url = short ? `ssh://${short[1]}/${short[2]}` : remote;
  if (!URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  // GitHub takes ssh at this host too, where a firewall lets nothing but port 443 through.
  if (hostname.toLowerCase().replace(/^(?:ssh|www)\.(?=github\.com$)/, '') !== host.toLowerCase()) return null;
  return parseName(
    pathname
      .replace(/^\//, '')
      .replace(/\/$/, '')
      .replace(/\.git$/, ''),
  );
}
