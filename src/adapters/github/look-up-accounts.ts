import type { Account } from '../../model/on-github.ts';
import { ask, type Client } from './client.ts';
import { explainGraph } from './errors.ts';

/** A request may name this many; more would take GitHub long. */
const mostAtOnce = 100;

type AccountsAnswer = Record<string, { login: string } | null>;

/**
 * Looks up the accounts of people, 100 a request. GitHub does not follow a login to the account's new name: who was
 * renamed is gone under the old one. Errors: `Unreachable` or `Refused` where GitHub does not tell of each of them.
 */
export async function lookUpAccounts(client: Client, logins: string[]): Promise<Map<string, Account>> {
  const wanted = [...new Set(logins.map((login) => login.toLowerCase()))];
  const accounts = new Map<string, Account>();
  for (let start = 0; start < wanted.length; start += mostAtOnce) {
    const some = wanted.slice(start, start + mostAtOnce);
    for (const [login, account] of await lookUpSome(client, some)) accounts.set(login, account);
  }
  return accounts;
}

async function lookUpSome(client: Client, logins: string[]): Promise<[string, Account][]> {
  const doing = 'looking up accounts';
  const variables = Object.fromEntries(logins.map((login, index) => [`l${index}`, login]));
  const { data, errors } = await ask<AccountsAnswer>(client, { document: accountsDocument(logins), variables, doing });
  const gone = new Set(errors.filter(({ type }) => type === 'NOT_FOUND').map(({ path }) => path?.join('.')));
  const faults = errors.filter(({ path }) => !gone.has(path?.join('.')));
  if (faults.length > 0) throw explainGraph(faults, doing);
  return logins.map((login, index) => {
    const account = data[`a${index}`];
    if (account) return [login, { login: account.login }];
    if (gone.has(`a${index}`)) return [login, 'gone'];
    throw explainGraph([{ message: `no answer about ${login}` }], doing);
  });
}

function accountsDocument(logins: string[]): string {
  const parameters = logins.map((_, index) => `$l${index}: String!`).join(', ');
  const fields = logins.map((_, index) => `a${index}: user(login: $l${index}) { login }`);
  return `query (${parameters}) {\n  ${fields.join('\n  ')}\n}`;
}
