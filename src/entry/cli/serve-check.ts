import { Refused, Unreachable } from '../../adapters/github/errors.ts';
import { inTerminal } from '../../text/escape.ts';
import { apiUrl, type Credentials } from '../app/credentials.ts';
import { webhookPath } from '../app/door.ts';
import { createLog } from '../app/log.ts';
import { readRegistration } from '../app/read-registration.ts';
import { setupProblems } from '../app/setup-problems.ts';
import { CommandError, type ExitCode, type Io, paint } from '../io.ts';

/** `remit serve --check`: whether GitHub lets the bot do its work; 1 and a list of what is missing where not. */
export async function serveCheck(credentials: Credentials | null, io: Io): Promise<ExitCode> {
  if (credentials === null) {
    throw new CommandError(
      'there are no credentials: set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, or run `remit serve`',
    );
  }
  const registration = await read(credentials, io);
  const problems = setupProblems(registration, webhookPath);
  const colours = paint(io);
  for (const problem of problems) io.out(`${colours.yellow('✗')} ${inTerminal(problem)}\n`);
  const places = registration.installations.map(({ account }) => account).join(', ');
  if (problems.length === 0) io.out(`${colours.green('✓')} all is set up; installed on ${inTerminal(places)}\n`);
  return problems.length === 0 ? 0 : 1;
}

async function read(credentials: Credentials, { env }: Io) {
  try {
    return await readRegistration(credentials, { apiUrl: apiUrl(env), log: createLog('fatal') });
  } catch (error) {
    if (error instanceof Unreachable) throw new CommandError(error.message, 3);
    if (!(error instanceof Refused)) throw error;
    throw new CommandError(
      // A number that no App has is answered with 404.
      error.status === 401 || error.status === 404
        ? 'GitHub does not accept APP_ID with this PRIVATE_KEY: are they of the same App?'
        : error.message,
    );
  }
}
