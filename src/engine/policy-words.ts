import type { z } from 'zod';
import { nearest } from '../text/spelling.ts';
import { settingsAt } from './policy-schema.ts';

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/** Something wrong with a setting: what, and at which path. */
export interface SettingProblem {
  path: (string | number)[];
  message: string;
}

/** @returns what completes “must be”, for a schema that has no words of its own. */
export function expectedWords(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords[issue.expected] ?? 'something else';
    case 'invalid_value':
      return oneOf(issue.values);
    case 'too_small':
      return sizeWords(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return sizeWords(issue.origin, 'at most', issue.maximum);
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return 'a text of another form';
    default:
      return 'something else';
  }
}

const typeWords: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a block of `key: value` settings',
  record: 'a block of `key: value` settings',
};

/** @returns what is wrong, each with its path; `value` is the whole configuration as it was read. */
export function problemsIn(issues: Issue[], value: unknown): SettingProblem[] {
  return issues.flatMap((issue) => flatten(issue)).flatMap((issue) => inWords(issue, value));
}

/** Of several ways to write a setting, the one is meant that its kind of value fits: a list, a block, a text. */
function flatten(issue: Issue, above: PropertyKey[] = []): Issue[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((branch) => branch.every((each) => each.path.length > 0 || !isKind(each)));
    if (meant && meant.length > 0) return meant.flatMap((each) => flatten(each, path));
  }
  return [{ ...issue, path }];
}

const isKind = ({ code }: Issue): boolean => code === 'invalid_type' || code === 'invalid_value';

function inWords(issue: Issue, whole: unknown): SettingProblem[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownSetting([...path, key]));
  const value = valueAt(whole, path);
  const guess = issue.code === 'invalid_value' ? suggestion(value, issue.values.map(String)) : '';
  return [
    {
      path,
      message: `${nameOf(path)} must be ${issue.message}, not ${describe(value)}${guess}${quotesFor(issue, value)}`,
    },
  ];
}

function unknownSetting(path: (string | number)[]): SettingProblem {
  const key = String(path.at(-1));
  const above = path.slice(0, -1);
  const known = settingsAt(above);
  const place = above.length === 0 ? 'the configuration' : nameOf(above);
  const guess = suggestion(key, known) || (known.length > 0 ? `; there ${listOf(known)}` : '');
  return { path, message: `${place} has no setting ${quote(key)}${guess}` };
}

function suggestion(value: unknown, known: string[]): string {
  if (typeof value !== 'string' || value.length > 100) return '';
  const [closest] = nearest(value, known);
  return closest === undefined ? '' : `; did you mean \`${closest}\`?`;
}

const mostListed = 8;

function listOf(known: string[]): string {
  const shown = known.slice(0, mostListed).map((each) => `\`${each}\``);
  const more = known.length > mostListed ? [`${known.length - mostListed} more`] : [];
  return `${known.length === 1 ? 'is' : 'are'} ${[...shown, ...more].join(', ')}`;
}

/** Without quotes `1.10` is the number 1.1, and a version of that name would never be found. */
function quotesFor(issue: Issue, value: unknown): string {
  const isBare = typeof value === 'number' || typeof value === 'boolean';
  return issue.message === typeWords.string && isBare ? '; put it in quotes' : '';
}

function valueAt(value: unknown, path: (string | number)[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return null;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

function nameOf(path: (string | number)[]): string {
  const names = path.filter((key) => typeof key === 'string').map(printable);
  if (names.length === 0) return 'the configuration';
  return `${typeof path.at(-1) === 'number' ? 'each entry of ' : ''}\`${names.join('.')}\``;
}

function describe(value: unknown): string {
  if (value === null || value === '') return 'left empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a block of settings';
  return typeof value === 'string' ? quote(value) : `\`${String(value)}\``;
}

const quote = (text: string): string => `“${printable(text)}”`;

/** The text is anybody's: nothing that steers a terminal, and not more than a line of it. */
function printable(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return shown.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}`]/gu, '?');
}

function oneOf(values: readonly unknown[]): string {
  const words = values.map((value) => `\`${String(value)}\``);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function sizeWords(origin: string, bound: string, size: number | bigint): string {
  if (origin === 'string') return size === 1 ? 'a text that is not empty' : `a text of ${bound} ${size} characters`;
  if (origin === 'array' || origin === 'set') return `a list of ${bound} ${size} ${size === 1 ? 'entry' : 'entries'}`;
  return `${bound} ${size}`;
}
