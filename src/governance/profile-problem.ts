import type { Lead, Link } from '../model/charter.ts';
import type { MarkdownDocument } from '../text/document.ts';
import { quote } from '../text/escape.ts';
import { sameName } from '../text/names.ts';
import { nearest } from '../text/spelling.ts';
import { withTarget } from './fragments.ts';
import type { Habits } from './lead-habits.ts';
import { handleOf } from './profile.ts';
import type { Details } from './rule.ts';

interface Problem {
  message: string;
  details: Details;
}

/** @returns what is wrong with the profile of a lead; `null` where it is in order, or where there is no telling. */
export function profileProblem(lead: Lead, document: MarkdownDocument, habits: Habits): Problem | null {
  const { profile } = lead;
  if (!profile) return null;
  const handle = handleOf(profile.url);
  if (handle !== null) return otherHandle(lead, profile.text, handle) ?? otherText(lead, profile.text, handle, habits);
  if (!habits.onGitHub) return null;
  const expected = likelyProfile(profile.url);
  const fixed =
    expected !== null && /^github\.com\//i.test(profile.url) ? fixedLink(profile, expected, document) : null;
  return {
    message: `the link of ${quote(lead.name)} goes to ${quote(profile.url)}, which is no GitHub profile`,
    details: {
      expected: expected === null ? [] : [expected],
      ...(fixed === null ? {} : { fix: { at: profile.at, text: fixed } }),
    },
  };
}

/** A text is a handle when it has an `@`, or when the lead's name stands elsewhere. */
function otherHandle({ name }: Lead, text: string, handle: string): Problem | null {
  const said = /^@?([a-z\d][a-z\d-]*)$/i.exec(text.trim())?.[1];
  if (said === undefined || said.toLowerCase() === handle.toLowerCase()) return null;
  if (!text.trim().startsWith('@') && sameName(name, text)) return null;
  return { message: `the link says ${quote(text)} and goes to the profile of ${quote(handle)}`, details: {} };
}

/** The name where all others have their handle. */
function otherText({ name }: Lead, text: string, handle: string, { handleAsText }: Habits): Problem | null {
  if (!handleAsText || !sameName(text, name) || sameName(text, handle)) return null;
  const message = `the link says ${quote(text)}, where the links of the others say their handle`;
  return { message, details: { expected: [handle] } };
}

/** A slip in the host, or a missing scheme. */
function likelyProfile(url: string): string | null {
  const match = /^(?:https?:\/*)?(?:www\.)?([a-z.-]+)\/@?([a-z\d][a-z\d-]*)\/?(?:[?#].*)?$/i.exec(url);
  if (!match || !isNearlyGitHub(match[1]!)) return null;
  return ['orgs', 'enterprises', 'settings'].includes(match[2]!.toLowerCase())
    ? null
    : `https://github.com/${match[2]}`;
}

const otherForges = ['gitlab.com', 'gitea.com', 'gitee.com'];

const isNearlyGitHub = (host: string): boolean =>
  !otherForges.includes(host) && nearest(host, ['github.com']).length > 0;

function fixedLink(profile: Link, url: string, document: MarkdownDocument): string | null {
  return withTarget({ ...profile, bare: false }, url, document);
}
