import type { Installations } from '../../model/upkeep-ports.ts';
import { type Client, fetchPages, fetchRest } from './client.ts';
import { isNotFound } from './errors.ts';

interface InstallationAnswer {
  id: number;
  suspended_at: string | null;
}

interface RepositoryAnswer {
  name: string;
  owner: { login: string };
  archived: boolean;
  has_issues: boolean;
}

/** Source: GitHub docs, REST API, Apps and App installations. */
export function installationsOf(clients: {
  asApp(): Promise<Client>;
  asInstallation(installation: number): Promise<Client>;
}): Installations {
  return {
    async active() {
      const all = await fetchPages<InstallationAnswer>(await clients.asApp(), 'GET /app/installations', {});
      return all.filter(({ suspended_at: suspended }) => !suspended).map(({ id }) => id);
    },
    async isThere(installation) {
      const route = 'GET /app/installations/{installation_id}';
      try {
        await fetchRest(await clients.asApp(), route, { installation_id: installation });
        return true;
      } catch (error) {
        if (isNotFound(error)) return false;
        throw error;
      }
    },
    async repositories(installation) {
      const client = await clients.asInstallation(installation);
      const all = await fetchPages<RepositoryAnswer>(client, 'GET /installation/repositories', {}, 'repositories');
      return all
        .filter(({ archived, has_issues: hasIssues }) => !archived && hasIssues)
        .map(({ owner, name }) => ({ owner: owner.login, name }));
    },
  };
}
