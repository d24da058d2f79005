import type { Hold } from './contract/hold.ts';
import type { Limits } from './limits/limits.ts';
import type { Account, App, Repository } from './state/entities.ts';
import type { State, Token } from './state/state.ts';
import type { Delivery } from './webhooks/delivery.ts';
import type { EventName } from './webhooks/events.ts';
import type { WebhookTarget } from './webhooks/post.ts';

/** Who does something: a person, or the app's bot by way of its installation. */
export interface Actor {
  account: Account;
  viaApp: App | null;
  token: Token | null;
}

/** Events that are about the app, not about a repository. */
type AppEvent = Extract<EventName, 'installation' | 'installation_repositories' | 'ping'>;

/** Something happened that GitHub tells by webhook. */
export interface Announcement {
  event: EventName;
  action: string | null;
  /** Whose installation is told: a repository's owner, or an organisation. */
  owner: Account;
  /** None where it happened to the organisation itself. */
  repository: Repository | null;
  sender: Account;
  /**
   * What the payload holds besides action, repository, organisation, sender and installation; a `repository` in it is
   * what this event tells of the repository besides.
   */
  content: Record<string, unknown>;
}

/** What every change needs: the state, the time, the way to tell of it. */
export interface World {
  state: State;
  /** Base of the addresses of pages, known once the server listens. */
  url: string;
  /** The time as GitHub writes it: ISO 8601 in seconds. */
  now(): string;
  announce(announcement: Announcement): void;
  /** Tells of what happens to the app itself, which is in no repository. */
  tellApp(event: AppEvent, payload: Record<string, unknown>): void;
  /** The app's webhook: where it goes, the log of deliveries, and the way to have one made again. */
  hook(): { target: WebhookTarget; deliveries: Delivery[]; repeat(delivery: Delivery): Delivery };
  limits: Limits;
  /** `GET /path` of each request that no route answers, each once. */
  unknownRoutes: string[];
  /** False while nobody would be told, so that no payload needs to be made. */
  isHeard(): boolean;
  /** What goes out is held to GitHub's own description here. */
  hold: Hold;
}

let lastTold = { second: Number.NaN, text: '' };

/** Everything that happens within a second shares one text: thousands of things carry a time. */
export function formatTime(time: Date): string {
  const second = Math.floor(time.getTime() / 1000);
  if (second !== lastTold.second) lastTold = { second, text: time.toISOString().replace(/\.\d{3}Z$/, 'Z') };
  return lastTold.text;
}
