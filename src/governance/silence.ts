import type { Html } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Finding } from '../model/finding.ts';
import type { MarkdownDocument } from '../text/document.ts';

/** What a document asks not to be told. */
interface Silence {
  rule: string;
  /** `null` for the whole document. */
  line: number | null;
}

/**
 * @returns the findings without those that the document silences: `<!-- remit-disable-next-line rule -->` for the line
 * after the comment, `<!-- remit-disable rule -->` for the whole document, each with one rule or several. A comment
 * that names no rule silences nothing: what is not named can't be meant.
 */
export function withoutSilenced(findings: Finding[], document: MarkdownDocument): Finding[] {
  const silences = silencesOf(document);
  if (silences.length === 0) return findings;
  const silenced = new Set(silences.map(({ rule, line }) => keyOf(rule, line)));
  return findings.filter(({ rule, at }) => !silenced.has(keyOf(rule, null)) && !silenced.has(keyOf(rule, at.line)));
}

const keyOf = (rule: string, line: number | null): string => `${line ?? 'all'} ${rule}`;

function silencesOf({ tree, text }: MarkdownDocument): Silence[] {
  if (!text.includes('remit-disable')) return [];
  const silences: Silence[] = [];
  visit(tree, 'html', (node) => {
    silences.push(...commentsOf(node));
  });
  return silences;
}

function commentsOf({ value, position }: Html): Silence[] {
  const start = position?.start.line ?? 1;
  return [...value.matchAll(/<!--\s*remit-disable(-next-line)?\s([^>]*?)-->/g)].flatMap((match) => {
    const endLine = start + linesBefore(value, match.index + match[0].length);
    return namesIn(match[2]!).map((rule) => ({ rule, line: match[1] ? endLine + 1 : null }));
  });
}

const linesBefore = (text: string, end: number): number => text.slice(0, end).split(/\r\n|\r|\n/).length - 1;

const namesIn = (list: string): string[] => list.split(/[\s,]+/).filter((name) => name !== '');
