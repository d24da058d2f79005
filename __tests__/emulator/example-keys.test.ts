import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { sentEvents } from '../../src/emulator/webhooks/events.ts';
import { causeEveryEvent, startEveryEventWorld } from './every-event.ts';

/**
 * The keys below each key; one that not every example has ends in `?`. Null where nothing is below, and a name for keys
 * that stand in several places.
 */
type KeyTree = { [key: string]: KeyTree } | string | null;

const { events, shared } = JSON.parse(
  readFileSync(new URL('../../src/emulator/contract/example-keys.json', import.meta.url), 'utf8'),
) as { events: Record<string, KeyTree>; shared: Record<string, KeyTree> };
const names = Object.entries(sentEvents).flatMap(([event, { actions }]) =>
  actions.length === 0 ? [event] : actions.map((action) => `${event}.${action}`),
);

/** Keys of ours that no published example of the event has: where, and why. */
const onlyOurs: [RegExp, string][] = [
  [/\.(user_view_type|client_id|subject_type|verified_at|direct_membership)$/, 'newer than the examples'],
  [/\.(\w+_)?repo(sitory)?\.(has_discussions|allow_forking|disabled)$/, 'newer than the examples'],
  [
    /\.(\w+_)?issue\.(type|sub_issues_summary|issue_dependencies_summary|state_reason|timeline_url)$/,
    'newer than the examples',
  ],
  [/\.team\.(parent|notification_setting|organization_id|type)$/, 'newer than the examples'],
  [/\.installation\.(app_slug|single_file_paths|has_multiple_single_files)$/, 'newer than the examples'],
  [/^pull_request_review_comment\.\w+\.pull_request\.(draft|auto_merge)$/, 'newer than the examples'],
  [/^check_run\.\w+\.check_run\..*\b(slug|events|permissions|node_id|details_url)$/, 'newer than some examples'],
  [/^member\.(added\.changes|edited\.changes\.permission)$/, 'newer than the examples'],
  [/\.(app|installation)\.permissions\.\w+$/, 'each app has its own permissions'],
  [/\.(\w+_)?issue\.performed_via_github_app$/, 'the examples have it at some actions only'],
  [/\.(\w+_)?issue\.closed_by$/, 'known difference: the issue is sent as REST gives it'],
  [/^issue_comment\.\w+\.issue\.pull_request$/, 'a comment on a pull request, of which there is no example'],
  [/^team\.edited\.(changes\.)?repository$/, 'another permission in a repository, of which there is no example'],
  [/^team\.\w+\.repository\.permissions\.(maintain|triage)$/, 'newer than some examples'],
  [/\.comment\.in_reply_to_id$/, 'an answer to a comment, of which there is no example'],
  [/\.requested_team$/, 'a team is asked for a review, of which there is no example'],
  [/^\w+(\.\w+)?\.installation$/, 'the examples come from a repository’s webhook, ours from an app’s'],
  [/\.organization$/, 'the repository of most examples belongs to a person'],
  [/^issues\.(un)?pinned\.issue\.(labels|state|locked|assignee)$/, 'those examples have a part of the issue only'],
  [/\.changes\.(title|body|description)$/, 'more is changed at once than in the examples'],
];
/** Keys that every published example of the event has, and ours not. */
const onlyTheirs: [RegExp, string][] = [
  [/\.(\w+_)?issue\.(draft|pull_request)$/, 'the issue of those examples is a pull request'],
  [/\.(app|installation)\.permissions\.\w+$/, 'each app has its own permissions'],
  [/\.(head|base)\.repo\.custom_properties$/, 'GitHub’s description has it at the repository of an event only'],
  [/\.requested_reviewer$/, 'a team is asked for a review'],
  [/^ping\.(sender|hook\.(url|ping_url))$/, 'the examples come from a repository’s webhook, ours from an app’s'],
];

let emulator: Emulator;
const sent = new Map<string, Record<string, unknown>[]>();
beforeAll(async () => {
  emulator = await startEveryEventWorld();
  await causeEveryEvent(emulator);
  for (const { event, action, payload } of emulator.deliveries) {
    const name = action === null ? event : `${event}.${action}`;
    sent.set(name, [...(sent.get(name) ?? []), JSON.parse(JSON.stringify(payload))]);
  }
});
afterAll(() => emulator.close());

it('every event is sent that the emulated GitHub says it sends, and none besides', () => {
  expect([...sent.keys()].sort()).toEqual([...names].sort());
});

const compared = names.filter((name) => name in events);
const differencesOf = (name: string) =>
  (sent.get(name) ?? []).flatMap((payload) => compare(payload, events[name] ?? null, name));

describe('the keys of a webhook’s payload', () => {
  it.each(compared)('are those of GitHub’s examples: %s', (name) => {
    const unlisted = differencesOf(name).filter(({ path, isOurs }) => {
      const listed = isOurs ? onlyOurs : onlyTheirs;
      return !listed.some(([pattern]) => pattern.test(path));
    });
    expect(unlisted).toEqual([]);
  });

  it('differ in all that is listed', () => {
    const all = compared.flatMap(differencesOf);
    const gone = (list: [RegExp, string][], paths: string[]) =>
      list.filter(([pattern]) => !paths.some((path) => pattern.test(path)));
    const pathsOf = (side: boolean) => all.filter(({ isOurs }) => isOurs === side).map(({ path }) => path);
    expect([...gone(onlyOurs, pathsOf(true)), ...gone(onlyTheirs, pathsOf(false))]).toEqual([]);
  });
});

interface KeyDifference {
  path: string;
  /** Whether only our payload has the key, or only the published ones. */
  isOurs: boolean;
}

/** Nothing is said of what is null in ours or empty in theirs: there it is not known what would be below. */
function compare(value: unknown, tree: KeyTree, path: string): KeyDifference[] {
  if (typeof tree === 'string') return compare(value, shared[tree] ?? null, path);
  if (tree === null || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => compare(each, tree, path));
  const known = new Map(Object.entries(tree).map(([key, below]) => [key.replace(/\?$/, ''), below]));
  const missing = Object.keys(tree).filter((key) => !key.endsWith('?') && !(key in value));
  return [
    ...missing.map((key) => ({ path: `${path}.${key}`, isOurs: false })),
    ...Object.entries(value).flatMap(([key, each]) => {
      const below = known.get(key);
      return below === undefined ? [{ path: `${path}.${key}`, isOurs: true }] : compare(each, below, `${path}.${key}`);
    }),
  ];
}
