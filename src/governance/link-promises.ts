import type { Link } from '../model/charter.ts';
import { quote } from '../text/escape.ts';
import { isOfKind, kindOfHost, linkKinds, readWebAddress } from './link-kinds.ts';

/** Of a mail address; source: RFC 5321, “Path”. */
const longestAddress = 254;

/** Where one may talk in channels that are written `#name`. */
const withChannels = ['Slack', 'Discord', 'GitHub', 'GitLab'];

/** @returns what is wrong with where a link goes, given what its text promises; `null` where nothing is known to be. */
export function brokenPromise({ text, url }: Link): string | null {
  return brokenChannel(text, url) ?? brokenTeam(text, url) ?? brokenMail(text, url) ?? brokenKind(text, url);
}

function brokenKind(text: string, url: string): string | null {
  const promised = linkKinds.find(({ promise }) => promise.test(text.trim()));
  const address = readWebAddress(url);
  if (!promised || !address || isOfKind(address.host, promised)) return null;
  const actual = kindOfHost(address.host);
  return actual && `${quote(text)} goes to ${actual.name}, not to ${promised.name}`;
}

/** `#12` is an issue, `#name` a channel. */
function brokenChannel(text: string, url: string): string | null {
  const address = readWebAddress(url);
  if (!address || !/^#[\p{L}\p{N}_.-]+$/u.test(text) || /^#\d+$/.test(text)) return null;
  const kind = kindOfHost(address.host);
  if (isOfSlack(address.host) && isSlackStartPage(address.path, url)) {
    return `${quote(text)} goes to the start page of Slack, not to the channel`;
  }
  return kind && !withChannels.includes(kind.name) ? `${quote(text)} goes to ${kind.name}, not to a channel` : null;
}

/** A project’s own address of its workspace, `slack.example.org`, leads to the start page too. */
const isOfSlack = (host: string): boolean => kindOfHost(host)?.name === 'Slack' || host.startsWith('slack.');

/** Slack's channels are in the path, or in the query of `app_redirect`. */
const isSlackStartPage = (path: string, url: string): boolean =>
  !/[?&]channel=/.test(url) && /^\/*(?:(?:messages|archives|channels|home|signin|client|get-started)\/*)?$/.test(path);

/** A team's page is the only page of GitHub that has both names in known places: others may be meant. */
function brokenTeam(text: string, url: string): string | null {
  const said = /^@([\w-]+)\/([\w-]+)$/.exec(text);
  const actual = /^https?:\/\/(?:www\.)?github\.com\/orgs\/([\w.-]+)\/teams\/([\w.-]+)/i.exec(url);
  if (!said || !actual) return null;
  const [one, other] = [`${said[1]}/${said[2]}`, `${actual[1]}/${actual[2]}`];
  return one.toLowerCase() === other.toLowerCase() ? null : `${quote(text)} goes to the team ${quote(`@${other}`)}`;
}

function brokenMail(text: string, url: string): string | null {
  const said = text.trim();
  if (!/^mailto:/i.test(url) || said.length > longestAddress || !/^[^\s@]+@[^\s@.]+\.[^\s@]+$/.test(said)) return null;
  const actual = decode(url.slice('mailto:'.length).split('?')[0]!);
  return said.toLowerCase() === actual.trim().toLowerCase() ? null : `${quote(text)} writes to ${quote(actual)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
