import type { ExitCode } from '../io.ts';

/** Tells with what the process is to end. */
export type End = (code: ExitCode) => void;

export const exitCodes = `Exit codes:
  0  fine
  1  findings, or refused
  2  the call or the configuration is wrong
  3  something outside could not be reached, so nothing is claimed`;

export const checkEnvironment = `\nEnvironment:
  GITHUB_TOKEN     with it, the accounts, members and labels that the documents name are looked up on GitHub`;

export const credentials = `Environment:
  GITHUB_TOKEN     a token that may read the repository and write its issues
  GITHUB_API_URL   another GitHub's address (default https://api.github.com)
  REMIT_LOGIN      the bot whose checklist is kept up, such as my-remit[bot] (default: whoever the token is of)`;

export const readingEnvironment = `Environment:
  GITHUB_TOKEN     a token that may read the repository's issues
  GITHUB_API_URL   another GitHub's address (default https://api.github.com)`;

export const impactEnvironment = `Environment:
  GITHUB_TOKEN     a token that may read the repository and its issues; with --apply, write its issues
  GITHUB_API_URL   another GitHub's address (default https://api.github.com)
  REMIT_LOGIN      the bot whose checklist is kept up, such as my-remit[bot] (default: whoever the token is of)
  REMIT_DATA       where a sweep that did not end is kept (default .remit)`;

export const explainEnvironment = `Environment:
  DATABASE_URL, REMIT_DATA   the bot's database, as for \`remit serve\`; it knows most
  GITHUB_TOKEN     a token that may read the repository, where there is no database or it doesn't know the issue
  GITHUB_API_URL   another GitHub's address (default https://api.github.com)`;

export const databaseEnvironment = `Environment:
  DATABASE_URL, REMIT_DATA   the bot's database, as for \`remit serve\``;

export const serveEnvironment = `Environment:
  APP_ID, PRIVATE_KEY (or PRIVATE_KEY_PATH), WEBHOOK_SECRET   the GitHub App's credentials
  PORT, HOST       where to listen (default 3000 on localhost)
  DATABASE_URL     a PostgreSQL server; without it the database is embedded
  REMIT_DATA       the embedded database's folder (default .remit)
  REMIT_KEEP_DAYS  for how many days decisions are kept (default 90)
  REMIT_QUIET      for how many seconds a change waits for others of its issue, so that one look does (default 10)
  REMIT_SWEEP      how many hours lie between two sweeps of a repository; 0 for none (default 24)
  REMIT_SWEEP_SHARE   how much of the rate limit sweeps may spend (default 0.5)
  GHE_HOST, GHE_PROTOCOL   another GitHub's address
  LOG_LEVEL        trace, debug, info, warn, error or fatal (default info)`;

export const examples = (...lines: string[]) => `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
