import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { webhookPath } from '../../src/entry/app/door.ts';
import { neededEvents, neededPermissions } from '../../src/entry/app/needs.ts';
import { type Registration, setupProblems } from '../../src/entry/app/setup-problems.ts';

const settings = 'https://github.example/apps/remit';
const sound: Registration = {
  app: { permissions: neededPermissions, events: neededEvents, settings },
  hook: { url: `https://bot.example${webhookPath}`, content_type: 'json', insecure_ssl: '0', secret: '********' },
  installations: [{ account: 'octo-org', permissions: neededPermissions, suspended: false, settings }],
};

const problemsOf = (change: Partial<Registration>) => setupProblems({ ...sound, ...change }, webhookPath);
const hook = (change: Partial<Registration['hook']>) => problemsOf({ hook: { ...sound.hook, ...change } });
const installed = (change: Partial<Registration['installations'][number]>) =>
  problemsOf({ installations: [{ ...sound.installations[0]!, ...change }] });

describe('what is wrong with how the App is set up', () => {
  it('is nothing where all is granted', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it('is a permission that the App lacks, said once and not for each installation', () => {
    const { checks: _, ...permissions } = neededPermissions;
    const app = { ...sound.app, permissions };
    const installations = [{ ...sound.installations[0]!, permissions }];
    expect(problemsOf({ app, installations })).toEqual([
      `the App lacks the permission checks: write: grant it in the App’s settings, ${settings}`,
    ]);
  });

  it('is a permission to read where writing is needed', () => {
    const app = { ...sound.app, permissions: { ...neededPermissions, issues: 'read' } };
    expect(problemsOf({ app })).toEqual([expect.stringMatching(/lacks the permission issues: write/)]);
  });

  it('is nothing where more is granted than needed', () => {
    expect(problemsOf({ app: { ...sound.app, permissions: { ...neededPermissions, contents: 'write' } } })).toEqual([]);
  });

  it('is a permission that an installation’s owner has not accepted', () => {
    expect(installed({ permissions: { ...neededPermissions, members: undefined } })).toEqual([
      `octo-org has not accepted the permission members: read yet: its owner does so at ${settings}`,
    ]);
  });

  it('is an event that the App is not told of', () => {
    const events = neededEvents.filter((event) => event !== 'sub_issues');
    expect(problemsOf({ app: { ...sound.app, events } })).toEqual([
      expect.stringMatching(/not told of sub_issues events/),
    ]);
  });

  it.each([
    [{ url: '' }, /no address/],
    [{ url: 'https://bot.example/' }, /deliveries go to “https:\/\/bot.example\/”, not to \/api\/github\/webhooks/],
    [{ url: 'bot' }, /deliveries go to “bot”/],
    [{ content_type: 'form' }, /come as a form/],
    [{ insecure_ssl: 1 }, /not verified/],
    [{ secret: undefined }, /not signed/],
  ])('is a webhook with %j', (change, problem) => {
    expect(hook(change)).toEqual([expect.stringMatching(problem)]);
  });

  it('is an App that is installed nowhere', () => {
    expect(problemsOf({ installations: [] })).toEqual([expect.stringMatching(/installed nowhere/)]);
  });

  it('is an installation that is suspended', () => {
    expect(installed({ suspended: true })).toEqual([
      `the installation on octo-org is suspended: unsuspend it at ${settings}`,
    ]);
  });
});

it('asks for the same when the App is registered', () => {
  const { default_permissions: permissions, default_events: events } = load(readFileSync('app.yml', 'utf8')) as {
    default_permissions: object;
    default_events: string[];
  };
  expect(permissions).toEqual(neededPermissions);
  expect(events).toEqual(neededEvents);
});
