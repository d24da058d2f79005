import { severities } from '../model/finding.ts';
import type { ChangedFile, Suggestion } from '../model/pull-request.ts';
import { digestOf } from '../text/digest.ts';
import { inMarkdown } from '../text/escape.ts';
import { type RightSide, rightSidesOf } from '../text/hunks.ts';
import { markSuggestion } from '../text/pull-request-markers.ts';
import { type LineChange, lineChangesIn } from './line-changes.ts';
import { escapeWords } from './printed-message.ts';
import type { CheckedFile } from './reporter.ts';

/** More would bury the conversation; the annotations and the summary hold all findings. */
const most = 20;
/** What GitHub takes as a comment's text, in characters. */
const longestBody = 65_536;
/** GitHub's editor and a comment's text don't keep these as they are. */
const unkept = /[\r\ufeff]/;

/**
 * @returns the fixes of the findings as suggestions that a person can commit from the pull request, errors first, 20 at
 * most. Only where all the lines stand in one hunk of the diff, and read there as they were checked: a pull request is
 * checked as it would be merged, so that its lines may have other numbers. Source: GitHub docs, “Commenting on a pull
 * request”, and REST API, Create a review for a pull request: `line` is a line of the diff.
 */
export function suggestionsFor(files: CheckedFile[], changedFiles: ChangedFile[]): Suggestion[] {
  const suggested = files.flatMap((file) => {
    const patch = changedFiles.find(({ path }) => path === file.path)?.patch;
    const hunks = patch ? rightSidesOf(patch) : [];
    return hunks.length === 0
      ? []
      : withDigests(file).filter(({ change }) => hunks.some((hunk) => shows(hunk, change)));
  });
  return bySeverity(suggested)
    .map(printSuggestion)
    .filter(({ body }) => body.length <= longestBody)
    .slice(0, most);
}

interface Suggested {
  path: string;
  digest: string;
  change: LineChange;
}

/** The same change in two places is two suggestions, so their count in the document is part of the digest. */
function withDigests(file: CheckedFile): Suggested[] {
  const times = new Map<string, number>();
  return lineChangesIn(file).map((change) => {
    const content = JSON.stringify([rulesOf(change), file.path, change.before, change.after]);
    const time = times.get(content) ?? 0;
    times.set(content, time + 1);
    return { path: file.path, digest: digestOf(`${time} ${content}`), change };
  });
}

const rulesOf = ({ findings }: LineChange): string[] => [...new Set(findings.map(({ rule }) => rule))];

function shows(hunk: RightSide, { firstLine, before, after }: LineChange): boolean {
  if ([...before, ...after].some((line) => unkept.test(line))) return false;
  return before.every((line, index) => hunk.get(firstLine + index) === line);
}

function bySeverity(suggested: Suggested[]): Suggested[] {
  return severities.flatMap((severity) => suggested.filter(({ change }) => worstOf(change) === severity));
}

function worstOf({ findings }: LineChange) {
  return severities.find((severity) => findings.some((finding) => finding.severity === severity));
}

function printSuggestion({ path, digest, change }: Suggested): Suggestion {
  const { firstLine, before, after, findings } = change;
  const said = findings.map(({ message, rule }) => `${escapeWords(message, inMarkdown)} (${rule})`);
  const list = said.length === 1 ? said.join('') : said.map((each) => `- ${each}`).join('\n');
  const lastLine = firstLine + before.length - 1;
  return {
    digest,
    path,
    line: lastLine,
    ...(before.length > 1 ? { startLine: firstLine } : {}),
    body: markSuggestion(`${list}\n\n${suggestionBlock(after)}`, digest),
  };
}

/** Source: GFM spec, “Fenced code blocks”: the fence is longer than any run of backticks inside. */
function suggestionBlock(lines: string[]): string {
  const longestRun = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longestRun + 1);
  return [`${fence}suggestion`, ...lines, fence].join('\n');
}
