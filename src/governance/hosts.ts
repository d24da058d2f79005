import { nearest } from '../text/spelling.ts';
import { linkKinds } from './link-kinds.ts';

/** Endings of hosts that are no endings of files. */
const endings =
  'com|org|net|io|dev|us|be|gg|gl|ly|co|edu|gov|app|cloud|info|me|tv|eu|uk|de|fr|ch|at|nl|cn|jp|in|au|ca|br|page|live|chat|events|google';
const hostWithoutScheme = new RegExp(`^(?:[a-z\\d-]+\\.)+(?:${endings})(?::\\d+)?(?:[/?#]|$)`, 'i');

/** Whether a link's target begins with a host and has no scheme, so that it is taken for a path. */
export const lacksScheme = (url: string): boolean => hostWithoutScheme.test(url);

export const isMailAddress = (url: string): boolean => /^[^\s@/:?#]{1,64}@(?:[a-z\d-]+\.)+[a-z]{2,}$/i.test(url);

/** @returns the right beginning of an address whose scheme is misspelt or cut; `null` where it is in order. */
export function mendedScheme(url: string): string | null {
  const match = /^([a-z]{3,7})(:?)(\/*)(?=[a-z\d])/i.exec(url);
  if (!match || /^https?:\/\/[^/]/i.test(url)) return null;
  const [whole, word = '', colon, slashes = ''] = match;
  if (!(colon ? slashes !== '' : slashes.length >= 2)) return null;
  const [scheme] = nearest(word, ['https', 'http'], { most: 1 });
  return scheme === undefined ? null : `${scheme}://${url.slice(whole.length)}`;
}

/** Hosts that governance documents link to, by the part that somebody registered. */
const known = [...new Set(linkKinds.flatMap(({ hosts }) => hosts).map(registered))].filter((host) => host.length > 8);

/** @returns the known host that this one is one slip away from, with its subdomains; `null` for any other. */
export function nearlyKnownHost(host: string): string | null {
  const domain = registered(host);
  const before = asked.get(domain);
  const meant = before === undefined ? nearlyKnown(domain) : before;
  if (asked.size > mostAsked) asked.clear();
  asked.set(domain, meant);
  return meant === null ? null : host.slice(0, host.length - domain.length) + meant;
}

/** A project links to few domains, thousands of times. */
const asked = new Map<string, string | null>();
const mostAsked = 2000;

function nearlyKnown(domain: string): string | null {
  if (known.includes(domain) || domain.length < 8) return null;
  const [meant] = nearest(domain, known, { most: 1 });
  return meant === undefined || !isOneSlip(domain, meant) ? null : meant;
}

/** One letter more, less or other, or two that changed places; the ending is the same. */
function isOneSlip(one: string, other: string): boolean {
  if (one.split('.').at(-1) !== other.split('.').at(-1) || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left === [...right].reverse().join(''));
}

function registered(host: string): string {
  return host.split('.').slice(-2).join('.');
}
