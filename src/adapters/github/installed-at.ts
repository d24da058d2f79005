import { type Client, fetchRest } from './client.ts';

/**
 * @returns a function that tells since when an installation of the App is there, in ISO 8601; each is asked for once.
 * `asApp` gives a client that is signed in as the App itself. Errors: as `fetchRest`; then it is asked for again.
 */
export function installationDates(asApp: () => Promise<Client>): (installation: number) => Promise<string> {
  const dates = new Map<number, Promise<string>>();
  const read = async (installation: number) => {
    const found = await fetchRest(await asApp(), 'GET /app/installations/{installation_id}', {
      installation_id: installation,
    });
    return (found as { created_at: string }).created_at;
  };
  return (installation) => {
    const date = dates.get(installation) ?? read(installation);
    dates.set(installation, date);
    date.catch(() => dates.delete(installation));
    return date;
  };
}
