import * as core from '@actions/core';
import { CommandError } from '../io.ts';

/** As YAML writes them; source: `getBooleanInput` of `@actions/core`, which refuses an input that isn't there. */
export function readSwitch(name: string): boolean {
  const text = core.getInput(name).toLowerCase() || 'true';
  if (text !== 'true' && text !== 'false') throw new CommandError(`${name} must be true or false, not “${text}”`);
  return text === 'true';
}

/** @returns one of the words; the first where the input is empty. Errors: a `CommandError` for another word. */
export function readChoice<Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word {
  const text = core.getInput(name) || words[0];
  const word = words.find((each) => each === text);
  if (word === undefined) throw new CommandError(`${name} must be one of ${words.join(', ')}, not “${text}”`);
  return word;
}

/** @returns a number of the input that is more than 0 and at most so much. Errors: a `CommandError` for anything else. */
export function readNumber(name: string, { standard, most }: { standard: number; most: number }): number {
  const text = core.getInput(name);
  const number = text === '' ? standard : Number(text);
  if (!(number > 0 && number <= most)) throw new CommandError(`${name} must be a number up to ${most}, not “${text}”`);
  return number;
}
