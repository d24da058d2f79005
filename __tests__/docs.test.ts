import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { readMarkdown } from '../src/text/markdown.ts';

const pages = ['README.md', 'CONTRIBUTING.md', ...pagesIn('docs')];

it.each(pages)('every link of %s into the repository leads to a file', (page) => {
  const { links } = readMarkdown(page, readFileSync(page, 'utf8'));
  const targets = links.map(({ url }) => url).filter((url) => !/^(?:[a-z]+:|#)/.test(url));
  const dead = targets.filter((url) => !existsSync(join(dirname(page), url.replace(/[?#].*/, ''))));
  expect(dead).toEqual([]);
});

/** What is written by hand: the reference is made from the units, whose examples hold links of their own. */
function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.md') && !/^docs.(?:reference|example)/.test(path))
    .sort();
}
