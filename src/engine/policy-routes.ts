import { z } from 'zod';
import type { Route } from '../model/policy.ts';
import { name, oneOrMore } from './policy-parts.ts';

const phraseWords = 'words to look for, such as `gateway` or `drops*connections`';
const phrases = oneOrMore(z.string(phraseWords).min(1, phraseWords).max(100, phraseWords), phraseWords);

const authorWords = 'a login such as `octo-ci[bot]` or `octo-*`';
const authors = oneOrMore(z.string(authorWords).regex(/^[\w*-]{1,100}(?:\[bot\])?$/, authorWords), authorWords);

/** What is misspelt is told alone: what seems to be missing may be just that. */
const isSound = ({ issues }: { issues: unknown[] }): boolean => issues.length === 0;

const block = z
  .strictObject({
    title: phrases
      .optional()
      .describe('Words that the title has, one after the other and in any letter case; `*` stands for any text.'),
    body: phrases.optional().describe('Words that a line of the text has, likewise.'),
    author: authors.optional().describe('The login of whoever opened the issue; `*` stands for any text.'),
    group: name.optional().describe('The group that such issues are for, by its name or an alias.'),
    label: name.optional().describe('Or a label that names the group.'),
  })
  .transform(
    ({ title = [], body = [], author = [], group = null, label = null }): Route => ({
      title,
      body,
      author,
      group,
      label,
    }),
  )
  .refine(({ title, body, author }) => title.length + body.length + author.length > 0, {
    error: 'a route with `title`, `body` or `author`',
    when: isSound,
  })
  .refine(({ group, label }) => (group === null) !== (label === null), {
    error: 'a route with `group` or `label`',
    when: isSound,
  });

/** Whom issues are for that no label says it of. */
export const routes = z.array(block).max(200);

/** @returns the route as it is written in the configuration. */
export function printRoute({ title, body, author, group, label }: Route): Record<string, unknown> {
  const conditions = Object.entries({ title, body, author }).filter(([, patterns]) => patterns.length > 0);
  return { ...Object.fromEntries(conditions), ...(label === null ? { group } : { label }) };
}
