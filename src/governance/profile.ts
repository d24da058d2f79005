import type { Link } from '../model/charter.ts';

/** @returns the login of a link to somebody's GitHub profile, `null` for any other link. */
export function handleOf(url: string): string | null {
  const match = /^https?:\/\/(?:www\.)?github\.com\/@?([a-z\d](?:[a-z\d-]{0,38}))\/?(?:[?#].*)?$/i.exec(url.trim());
  return match?.[1] ?? null;
}

/** @returns the first of the links that goes to a GitHub profile. */
export function profileAmong(links: Link[]): Link | null {
  return links.find((link) => handleOf(link.url) !== null) ?? null;
}

/**
 * @returns the login of a link in a column of profiles. Where the host is misspelt, the text and the end of the link
 * say the same login, and there is no doubt whose profile was meant.
 */
export function handleOfProfile({ text, url }: Link): string | null {
  const login = text.replace(/^@/, '');
  const end = /\/([a-z\d][a-z\d-]{0,38})\/?$/i.exec(url)?.[1];
  return handleOf(url) ?? (end?.toLowerCase() === login.toLowerCase() ? login : null);
}
