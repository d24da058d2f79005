import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';
import { type Place, placesIn, plainReason } from './yaml-problem.ts';

export type { Place } from './yaml-problem.ts';

/** What is wrong with a YAML text, and where: lines and columns count from 1. */
export interface YamlProblem extends Place {
  message: string;
}

/** A YAML text as data, with the place of each part. */
export interface YamlDocument {
  /** What JSON can hold: objects, lists, texts, numbers, booleans, `null`; `null` for an empty text. */
  value: unknown;
  /** @returns where the entry stands, by its key where it has one; `null` where there is no such entry. */
  positionOf(path: YamlPath): Place | null;
  /** @returns the offsets of the entry's key and of its value, quotation marks included; `null` where there is none. */
  stretchOf(path: YamlPath): { key: Stretch; value: Stretch } | null;
}

/** Keys and indexes from the root to an entry. */
export type YamlPath = (string | number)[];

/** Offsets in UTF-16 units, the end exclusive. */
export type Stretch = [offset: number, endOffset: number];

/** UTF-16 units. A configuration that a person wrote has a few hundred. */
const largestSettings = 256 * 1024;
const deepest = 40;
const mostProblems = 50;

/**
 * Reads one YAML document as data and nothing else: no anchors and aliases (a few lines of them can stand for
 * gigabytes), no tags, no merge keys, no key twice. Plain words are texts unless JSON has them: `yes` is a text.
 * Source: YAML 1.2.2, section 10.2 (JSON schema).
 */
export function readYaml(
  text: string,
  { largest = largestSettings }: { largest?: number } = {},
): YamlDocument | { problems: YamlProblem[] } {
  if (text.length > largest) {
    return { problems: [{ message: `the file is larger than ${largest / 1024} KB`, line: 1, column: 1 }] };
  }
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth: deepest + 1 });
  } catch (error) {
    return { problems: [problemOf(error, text)] };
  }
  const placeOf = placesIn(text);
  const problems: YamlProblem[] = [];
  const refuse = (offset: number, message: string) => {
    if (problems.length < mostProblems) problems.push({ message, ...placeOf(offset) });
  };
  const refused = firstUnused(events);
  if (refused) refuse(refused.offset, refused.message);
  if (problems.length > 0) return { problems };

  const root = readNode({ text, events, next: 1, refuse }, 0);
  if (problems.length > 0) return { problems };
  return {
    value: root.value,
    positionOf(path) {
      const found = entryAt(root, path);
      return found ? placeOf(found.at) : null;
    },
    stretchOf(path) {
      const found = entryAt(root, path);
      return found ? { key: [found.at, found.end], value: [found.node.at, found.node.end] } : null;
    },
  };
}

/** A part of the document: its data, its offsets, and its entries with the offsets of their keys. */
interface Node {
  value: unknown;
  at: number;
  end: number;
  entries: Map<string | number, Entry>;
}

interface Entry {
  at: number;
  end: number;
  node: Node;
}

interface Reading {
  text: string;
  events: Event[];
  next: number;
  refuse(offset: number, message: string): void;
}

/** `above` is where a part that has no text of its own, such as an empty value, is said to be. */
function readNode(reading: Reading, above: number): Node {
  const event = reading.events[reading.next];
  reading.next++;
  if (event?.type === EVENT_ID.MAPPING) return readMapping(reading, event.start);
  if (event?.type === EVENT_ID.SEQUENCE) return readSequence(reading, event.start);
  if (event?.type !== EVENT_ID.SCALAR || event.valueStart < 0) return leaf(null, above);
  const text = getScalarValue(reading.text, event);
  if (event.style === SCALAR_STYLE.PLAIN) return leaf(plainValue(text), event.valueStart, event.valueEnd);
  const quotes = isQuoted(event) ? 1 : 0;
  return leaf(text, event.valueStart - quotes, event.valueEnd + quotes);
}

function readSequence(reading: Reading, at: number): Node {
  const entries: Node['entries'] = new Map();
  while (!isAtEnd(reading)) {
    const node = readNode(reading, at);
    entries.set(entries.size, { at: node.at, end: node.end, node });
  }
  reading.next++;
  return { value: [...entries.values()].map(({ node }) => node.value), at, end: endOf(entries, at), entries };
}

function readMapping(reading: Reading, at: number): Node {
  const entries: Node['entries'] = new Map();
  while (!isAtEnd(reading)) {
    const first = reading.events[reading.next];
    const key = readNode(reading, at);
    const name = first?.type === EVENT_ID.SCALAR ? getScalarValue(reading.text, first) : null;
    const node = readNode(reading, key.at);
    if (name === null) reading.refuse(key.at, 'a key must be a plain text');
    else if (name === '<<') reading.refuse(key.at, 'merge keys (`<<`) are not read; write the settings out');
    else if (entries.has(name)) reading.refuse(key.at, 'this key stands here twice; keep one of them');
    else entries.set(name, { at: key.at, end: key.end, node });
  }
  reading.next++;
  // Unlike an assignment this makes an entry even of `__proto__`.
  const value = Object.fromEntries([...entries].map(([key, { node }]) => [key, node.value]));
  return { value, at, end: endOf(entries, at), entries };
}

/** The parser's offsets leave the quotation marks out. */
const isQuoted = ({ style }: ScalarEvent): boolean =>
  style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;

const endOf = (entries: Node['entries'], at: number): number => [...entries.values()].at(-1)?.node.end ?? at;

const isAtEnd = ({ events, next }: Reading): boolean => next >= events.length || events[next]?.type === EVENT_ID.POP;

const leaf = (value: unknown, at: number, end = at): Node => ({ value, at, end, entries: new Map() });

const number = /^-?(?:0|[1-9]\d*)(?:\.\d*)?(?:[eE][-+]?\d+)?$/;

/** What JSON writes without quotes, and `~` and nothing at all for `null`, as people are used to. */
function plainValue(text: string): unknown {
  if (text === '' || text === '~' || text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  // A number beyond all numbers is a text, as js-yaml has it: a login may be called `1e310`.
  return number.test(text) && Number.isFinite(Number(text)) ? Number(text) : text;
}

function entryAt(root: Node, path: YamlPath): Entry | null {
  let found: Entry | undefined = { at: root.at, end: root.end, node: root };
  for (const key of path) {
    found = found.node.entries.get(key);
    if (!found) return null;
  }
  return found;
}

/** Looks at the stream before anything is built from it, so that an alias is never followed. */
function firstUnused(events: Event[]): { offset: number; message: string } | null {
  let documents = 0;
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) documents++;
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) continue;
    if (documents > 1) return { offset: offsetIn(event), message: 'a second document begins above; keep only one' };
    if (event.anchorStart >= 0) {
      return { offset: event.anchorStart - 1, message: 'anchors (`&`) and aliases (`*`) are not read; write it out' };
    }
    if (event.type === EVENT_ID.ALIAS) continue;
    if (event.tagStart >= 0)
      return { offset: event.tagStart, message: 'tags (`!`) are not read; write the value alone' };
  }
  return null;
}

function offsetIn(event: Exclude<Event, { type: 1 | 6 }>): number {
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  return Math.max(event.type === EVENT_ID.SCALAR ? event.valueStart : event.start, 0);
}

function problemOf(error: unknown, text: string): YamlProblem {
  if (!(error instanceof YAMLException)) return { message: 'this is no YAML that can be read', line: 1, column: 1 };
  return plainReason(error.reason, text, error.mark?.position ?? 0);
}
