/** A service that the text of a link can name. */
export interface LinkKind {
  /** As one would call a page of it: `a Google document`. */
  name: string;
  /** What the text of a link ends with, or is, when it promises such a page. */
  promise: RegExp;
  /** The service's hosts; each stands for its subdomains too. */
  hosts: string[];
}

const meeting = '(?: (?:link|meeting|call|room|bridge))?$';

/**
 * The services that governance documents link to. A host that is none of these proves nothing: it may be a project’s
 * own short link to the right page.
 */
export const linkKinds: LinkKind[] = [
  {
    name: 'a Google Meet call',
    promise: new RegExp(`\\b(?:google meet|(?:google )?hangouts?(?: meet)?)${meeting}`, 'i'),
    hosts: ['meet.google.com', 'hangouts.google.com', 'plus.google.com', 'meet.app.goo.gl'],
  },
  {
    name: 'a Google document',
    promise: /\b(?:google docs?|google document|gdoc)$/i,
    hosts: ['docs.google.com', 'drive.google.com'],
  },
  {
    name: 'a Google spreadsheet',
    promise: /\bgoogle (?:spread)?sheets?$/i,
    hosts: ['docs.google.com', 'drive.google.com', 'sheets.google.com'],
  },
  { name: 'Google Drive', promise: /\bgoogle drive(?: folder)?$/i, hosts: ['drive.google.com', 'docs.google.com'] },
  {
    name: 'a Google calendar',
    promise: /\bgoogle calendar$/i,
    hosts: ['calendar.google.com', 'calendar.app.google'],
  },
  {
    name: 'a Google group',
    promise: /\bgoogle groups?$/i,
    hosts: ['groups.google.com', 'googlegroups.com'],
  },
  {
    name: 'YouTube',
    promise: /\byoutube(?: (?:channel|playlist|recordings?|videos?|link))?$/i,
    hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
  },
  {
    name: 'a Zoom call',
    promise: new RegExp(`^(?:join )?zoom${meeting}`, 'i'),
    hosts: ['zoom.us', 'zoom.com', 'zoomgov.com'],
  },
  { name: 'a WebEx call', promise: new RegExp(`\\bwebex${meeting}`, 'i'), hosts: ['webex.com'] },
  {
    name: 'a Microsoft Teams call',
    promise: new RegExp(`\\b(?:microsoft|ms) teams${meeting}`, 'i'),
    hosts: ['teams.microsoft.com', 'teams.live.com'],
  },
  { name: 'Slack', promise: /\bslack(?: (?:channel|workspace|link))?$/i, hosts: ['slack.com'] },
  { name: 'Discord', promise: /\bdiscord(?: (?:channel|server))?$/i, hosts: ['discord.com', 'discord.gg'] },
  {
    name: 'GitHub',
    promise: /^(?:on |our )?github(?: (?:repo|repository|team|profile|project|board))?$/i,
    hosts: ['github.com', 'github.io', 'github.dev', 'githubusercontent.com'],
  },
  { name: 'GitLab', promise: /^gitlab$/i, hosts: ['gitlab.com'] },
];

/** @returns the parts of a web address; `null` for anything else: a path, a fragment, a mail address. */
export function readWebAddress(url: string): { host: string; path: string } | null {
  const match = /^https?:\/\/(?:[^/?#@\s]*@)?([^/?#:\s]+)(?::\d+)?([^?#\s]*)/i.exec(url);
  return match ? { host: match[1]!.toLowerCase().replace(/^www\./, ''), path: match[2]! } : null;
}

/** @returns the kind that a host belongs to; `null` where it is known to be of none. */
export const kindOfHost = (host: string): LinkKind | null => linkKinds.find((kind) => isOfKind(host, kind)) ?? null;

export const isOfKind = (host: string, { hosts }: LinkKind): boolean =>
  hosts.some((each) => host === each || host.endsWith(`.${each}`));
