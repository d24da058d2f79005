import { neededEvents, neededPermissions } from './needs.ts';

/** What GitHub says of the App; fields of which nothing is read are left out. */
export interface Registration {
  app: { permissions: Record<string, string | undefined>; events: string[]; settings: string };
  hook: {
    url?: string | undefined;
    content_type?: string | undefined;
    insecure_ssl?: unknown;
    secret?: string | undefined;
  };
  installations: {
    account: string;
    permissions: Record<string, string | undefined>;
    suspended: boolean;
    settings: string;
  }[];
}

/**
 * @returns what is missing for the bot to work, one sentence each with what to do about it; empty when all is there.
 * Source: GitHub docs, Choosing permissions for a GitHub App; Using webhooks with GitHub Apps.
 */
export function setupProblems(registration: Registration, webhookPath: string): string[] {
  const { app, hook, installations } = registration;
  const settings = `in the App’s settings, ${app.settings}`;
  return [
    ...lacking(app.permissions).map((name) => `the App lacks the permission ${name}: grant it ${settings}`),
    ...neededEvents
      .filter((event) => !app.events.includes(event))
      .map((event) => `the App is not told of ${event} events: subscribe to them ${settings}`),
    ...hookProblems(hook, webhookPath).map((problem) => `${problem} ${settings}`),
    ...(installations.length === 0 ? ['the App is installed nowhere: install it on an account or organisation'] : []),
    ...installations.flatMap((each) => installationProblems(each, app.permissions)),
  ];
}

function hookProblems(
  { url = '', content_type: type, insecure_ssl: insecure, secret }: Registration['hook'],
  path: string,
) {
  if (url === '') return ['the webhook has no address: set it to the bot’s public address'];
  const problems: string[] = [];
  if (!URL.canParse(url) || new URL(url).pathname !== path) {
    problems.push(`deliveries go to “${url}”, not to ${path}: set the webhook’s address`);
  }
  if (type !== 'json') problems.push('deliveries come as a form: set the webhook’s content type to application/json');
  if (String(insecure ?? '0') !== '0') problems.push('certificates are not verified: enable SSL verification');
  if (!secret) problems.push('deliveries are not signed: set the webhook’s secret to WEBHOOK_SECRET');
  return problems;
}

/** What the App itself lacks is said once, not for each place that it is installed in. */
function installationProblems(
  { account, permissions, suspended, settings }: Registration['installations'][number],
  ofApp: Registration['app']['permissions'],
): string[] {
  if (suspended) return [`the installation on ${account} is suspended: unsuspend it at ${settings}`];
  const unaccepted = lacking(permissions).filter((name) => !lacking(ofApp).includes(name));
  return unaccepted.map(
    (name) => `${account} has not accepted the permission ${name} yet: its owner does so at ${settings}`,
  );
}

/** @returns permissions that are needed and not granted, as `issues: write`. */
function lacking(granted: Record<string, string | undefined>): string[] {
  return Object.entries(neededPermissions)
    .filter(([name, level]) => granted[name] !== level && granted[name] !== 'write' && granted[name] !== 'admin')
    .map(([name, level]) => `${name}: ${level}`);
}
