/** What is needed of an Octokit to see its requests fail, and to sign it in again. */
interface SignedIn {
  auth(options: object): Promise<unknown>;
  hook: {
    wrap(name: 'request', around: (request: Request, options: Options) => Promise<unknown>): void;
  };
}

type Options = Record<string, unknown>;
type Request = (options: Options) => Promise<unknown>;

/**
 * Signs an installation's Octokit in anew where GitHub does not take its token any more, and asks once again: a refusal
 * with 401 has changed nothing. By itself Octokit keeps a token for an hour, whatever GitHub says to it.
 * @returns the Octokit.
 */
export function renewToken<Octokit>(octokit: Octokit, installation: number): Octokit {
  const { auth, hook } = octokit as SignedIn;
  hook.wrap('request', async (request, options) => {
    try {
      return await request(options);
    } catch (error) {
      if ((error as { status?: unknown }).status !== 401) throw error;
      await auth({ type: 'installation', installationId: installation, refresh: true });
      return request(options);
    }
  });
  return octokit;
}

interface Defaults {
  baseUrl?: string;
  auth?: { request?: { defaults(options: object): unknown } };
}

/** Has Octokit's own sign-in ask the same GitHub as all else: by itself it asks github.com where it is told to renew. */
export function withOwnHost<Options extends object>(options: Options): Options {
  const { baseUrl, auth } = options as Defaults;
  if (!auth?.request || baseUrl === undefined) return options;
  return { ...options, auth: { ...auth, request: auth.request.defaults({ baseUrl }) } };
}
