import type { Charter, Group } from '../model/charter.ts';
import type { IssueFacts } from '../model/facts.ts';
import type { Known } from '../model/known.ts';
import type { Policy, Route } from '../model/policy.ts';
import { quote } from '../text/escape.ts';
import { formAnswers } from '../text/form-answers.ts';
import { fitsGlob } from '../text/glob.ts';
import { labelOfGroup } from '../text/group-label.ts';
import { indexLabels } from '../text/label-index.ts';
import { hasPhrase, searchedText } from '../text/phrases.ts';

/** A group that an issue is probably for, and the label that makes it the owner. */
export interface Suggestion {
  group: Group;
  label: string;
  /** One clause, without a full stop. */
  because: string;
}

/**
 * @returns whom an issue is for of which no label says so: the groups that its form was answered with, else the group
 * of the first route that fits. Retired groups own nothing, so no issue is for them.
 */
export function suggestionsFor(
  issue: IssueFacts,
  charter: Known<Charter>,
  { charter: naming, triage }: Policy,
): Suggestion[] {
  if (!charter.known) return [];
  const place = { charter: charter.value, naming };
  const answered = triage.fromForm.flatMap((field) => answeredGroups(issue, field, place));
  if (answered.length > 0 || triage.routes.length === 0) return answered;
  const reasonFor = reasonsIn(issue);
  for (const route of triage.routes) {
    const because = reasonFor(route);
    const suggestion = because === null ? null : suggest(route, because, place);
    if (suggestion) return [suggestion];
  }
  return [];
}

interface Place {
  charter: Charter;
  naming: Policy['charter'];
}

/** A name may have commas of its own: an answer is tried as a whole before its parts are. */
function answeredGroups({ body }: IssueFacts, field: string, place: Place): Suggestion[] {
  const named = (name: string): Suggestion[] => {
    const because = `the answer to ${quote(field)} is ${quote(name)}`;
    const suggestion = suggest({ group: name, label: null }, because, place);
    return suggestion ? [suggestion] : [];
  };
  return formAnswers(body, field).flatMap((answer) => {
    const whole = named(answer);
    return whole.length > 0 ? whole : answer.split(',').flatMap((part) => named(part.trim()));
  });
}

function suggest(
  { group: name, label }: Pick<Route, 'group' | 'label'>,
  because: string,
  { charter, naming }: Place,
): Suggestion | null {
  const index = indexLabels(charter, naming);
  const named = label === null ? index.find(name ?? '') : index.read(label);
  if (!named || !('group' in named) || named.group.retired) return null;
  const own = label ?? labelOfGroup(naming.label, named.group);
  return own === null ? null : { group: named.group, label: own, because };
}

/** @returns a function that says why a route fits the issue; `null` where it doesn't. */
function reasonsIn({ title, body, author }: IssueFacts): (route: Route) => string | null {
  const [inTitle, inBody] = [searchedText(title), searchedText(body)];
  const login = author.login.toLowerCase();
  return (route) => {
    const conditions: [string[], (pattern: string) => boolean, string][] = [
      [route.title, (phrase) => hasPhrase(inTitle, phrase), 'the title has'],
      [route.body, (phrase) => hasPhrase(inBody, phrase), 'the text has'],
      [route.author, (pattern) => fitsGlob(login, pattern.toLowerCase()), 'the author is'],
    ];
    const reasons: string[] = [];
    for (const [patterns, fits, words] of conditions) {
      if (patterns.length === 0) continue;
      const found = patterns.find(fits);
      if (found === undefined) return null;
      reasons.push(`${words} ${quote(found)}`);
    }
    return reasons.length > 0 ? reasons.join(' and ') : null;
  };
}
