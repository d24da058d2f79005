import type { WrittenCommand } from '../model/commands.ts';
import type { LabelFact } from '../model/facts.ts';
import { wordGroups } from '../text/commands/words.ts';
import { isAmong } from '../text/github-names.ts';
import type { CommandCase, Outcome } from './command.ts';
import { quoteList } from './judgement.ts';
import { done, refuse } from './outcome.ts';

/** More words than that in one command are nobody's wish, and would take long to look through. */
const mostWords = 40;
/** GitHub's limit. Source: GitHub docs, Managing labels. */
const mostLabels = 100;

/**
 * Reads names out of a command, by blanks or commas. Names may hold blanks: as many words as name something together
 * are one name, and only where they don't each is one of its own.
 * @param find what the words name, `null` where it is nothing.
 */
export function labelsNamed(
  argument: string,
  find: (words: string) => string | null,
): { labels: string[]; others: string[] } {
  const labels: string[] = [];
  const others: string[] = [];
  for (const words of wordGroups(argument)) {
    let from = 0;
    while (from < words.length) {
      const { label, to } = longest(words, from, find);
      if (label === null) others.push(words[from]!);
      else labels.push(label);
      from = to;
    }
  }
  return { labels: [...new Set(labels)], others };
}

/** Nobody gives a label or a group a name of more words. */
const longestName = 8;

function longest(words: string[], from: number, find: (words: string) => string | null) {
  for (let to = Math.min(words.length, from + longestName); to > from; to--) {
    const label = find(words.slice(from, to).join(' '));
    if (label !== null) return { label, to };
  }
  return { label: null, to: from + 1 };
}

/** @returns why a command can't name labels at all, `null` where it may. */
export function wrongNumber({ args }: WrittenCommand, { expected }: { expected: string[] }): Outcome | null {
  if (args.length === 0) return refuse('it names no label', { expected });
  return args.length > mostWords ? refuse(`it has ${args.length} words, and at most ${mostWords} are read`) : null;
}

/** @returns the outcome of setting or taking off labels that are there. */
export function setLabels(labels: string[], { written, issue, because }: CommandCase): Outcome {
  if (written.remove) return done({ do: 'label', add: [], remove: labels, because });
  const added = labels.filter((label) => !isAmong(namesOf(issue.labels), label));
  if (issue.labels.length + added.length > mostLabels) {
    return refuse(
      `an issue has at most ${mostLabels} labels, and this one would have ${issue.labels.length + added.length}`,
    );
  }
  return done({ do: 'label', add: labels, remove: [], because });
}

export const namesOf = (labels: LabelFact[]): string[] => labels.map(({ name }) => name);

/** @returns “a” and “b”, each as the label that it would be. */
export const noSuchLabels = (names: string[]): string =>
  `${quoteList(names, 'and')} ${names.length === 1 ? 'is no label' : 'are no labels'} of this repository`;
