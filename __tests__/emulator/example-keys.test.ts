import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { causeEveryEvent } from './every-event.ts';
import { octoSeed, startOctoWorld } from './octo-world.ts';

/** The keys below each key; one that not every example has ends in `?`. Null where nothing is below. */
type KeyTree = { [key: string]: KeyTree } | null;

const { events } = JSON.parse(
  readFileSync(new URL('../../src/emulator/contract/example-keys.json', import.meta.url), 'utf8'),
) as { events: Record<string, KeyTree> };

/** Keys of ours that no published example of the event has: where, and why. */
const onlyOurs: [RegExp, string][] = [
  [/\.user_view_type$/, 'newer than the examples'],
  [/\.(\w+_)?repository\.(has_discussions|allow_forking)$/, 'newer than the examples'],
  [
    /\.(\w+_)?issue\.(type|sub_issues_summary|issue_dependencies_summary|state_reason|timeline_url)$/,
    'newer than the examples',
  ],
  [/\.(\w+_)?issue\.performed_via_github_app$/, 'the examples have it at some actions only'],
  [/\.(\w+_)?issue\.closed_by$/, 'known difference: the issue is sent as REST gives it'],
  [/^\w+\.\w+\.installation$/, 'the examples come from a repository’s webhook, ours from an app’s'],
  [/\.organization$/, 'the repository of most examples belongs to a person'],
  [/^issues\.(un)?pinned\.issue\.(labels|state|locked|assignee)$/, 'those examples have a part of the issue only'],
  [/\.changes\.(title|body|description)$/, 'more is changed at once than in the examples'],
];
/** Keys that every published example of the event has, and ours not. */
const onlyTheirs: [RegExp, string][] = [
  [/\.(\w+_)?issue\.(draft|pull_request)$/, 'the issue of those examples is a pull request'],
];

let emulator: Emulator;
const sent = new Map<string, Record<string, unknown>[]>();
beforeAll(async () => {
  const elsewhere = { owner: 'octo-org', name: 'octo-other', collaborators: { 'octo-user-1': 'write' as const } };
  const seed = { ...octoSeed, repositories: [...(octoSeed.repositories ?? []), elsewhere] };
  emulator = await startOctoWorld({ seed, webhookUrl: 'http://127.0.0.1:9/' });
  await causeEveryEvent(emulator);
  for (const { event, action, payload } of emulator.deliveries) {
    const name = action === null ? event : `${event}.${action}`;
    sent.set(name, [...(sent.get(name) ?? []), JSON.parse(JSON.stringify(payload))]);
  }
});
afterAll(() => emulator.close());

describe('the keys of a webhook’s payload', () => {
  it.each(Object.keys(events))('are those of GitHub’s examples: %s', (name) => {
    const payloads = sent.get(name) ?? [];
    const differences = payloads.flatMap((payload) => compare(payload, events[name] ?? null, name));
    expect([...new Set(differences)]).toEqual([]);
    expect(payloads.length).toBeGreaterThan(0);
  });
});

/** Nothing is said of what is null in ours or empty in theirs: there it is not known what would be below. */
function compare(value: unknown, tree: KeyTree, path: string): string[] {
  if (tree === null || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => compare(each, tree, path));
  const theirs = Object.entries(tree).map(([key, below]) => ({
    key: key.replace(/\?$/, ''),
    below,
    always: !key.endsWith('?'),
  }));
  const missing = theirs.filter(({ key, always }) => always && !(key in value)).map(({ key }) => `${path}.${key}`);
  const known = new Map(theirs.map(({ key, below }) => [key, below]));
  const found = Object.entries(value).flatMap(([key, each]) =>
    known.has(key) ? compare(each, known.get(key) ?? null, `${path}.${key}`) : [`${path}.${key} is only ours`],
  );
  return [
    ...missing.filter((each) => !isListed(onlyTheirs, each)).map((each) => `${each} is only theirs`),
    ...found.filter((each) => !isListed(onlyOurs, each.replace(/ is only .*/, ''))),
  ];
}

function isListed(list: [RegExp, string][], path: string): boolean {
  return list.some(([pattern]) => pattern.test(path));
}
