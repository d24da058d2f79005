import type { CheckOutcome } from '../governance/reporter.ts';
import { stickyComment } from '../governance/sticky-comment.ts';
import { suggestionsFor } from '../governance/suggestions.ts';
import type { PostedComment, PostedSuggestion, Suggestion } from '../model/pull-request.ts';
import type { PullRequestThread } from '../model/pull-request-ports.ts';

/** What a pull request is to be told; what is `false` is left as it is. */
export interface Telling {
  /** The commit that was checked. */
  commit: string;
  comment: boolean;
  suggestions: boolean;
  /** The address below which the files lie at the commit. */
  linesAt?: string;
  /** A section of the comment that tells of something else than findings. */
  beside?: string | null;
}

/**
 * Brings what Remit says on a pull request into order: one comment, and a suggestion for each fix. Done again, it
 * writes nothing. A check of a commit that isn't the newest says nothing: the newest one has a check of its own.
 * @returns whether the commit was the newest. Errors: rejects when GitHub does not answer or does not allow it.
 */
export async function tellPullRequest(
  thread: PullRequestThread,
  outcome: CheckOutcome,
  { commit, comment, suggestions, linesAt, beside }: Telling,
): Promise<'told' | 'superseded'> {
  if ((await thread.headCommit()) !== commit) return 'superseded';
  if (comment) await bringComment(thread, stickyComment(outcome, { linesAt, beside }));
  if (suggestions) await bringSuggestions(thread, await wantedSuggestions(thread, outcome));
  return 'told';
}

async function bringComment(thread: PullRequestThread, body: string | null): Promise<void> {
  const [first, ...surplus] = await thread.ownComments();
  if (body !== null && !first) await thread.addComment(body);
  if (body !== null && first && textOf(first) !== body) await thread.editComment(first.id, body);
  const unneeded = body === null && first ? [first, ...surplus] : surplus;
  for (const { id } of unneeded) await thread.deleteComment(id);
}

/** Whoever edits a comment in a browser gives its lines other ends. */
const textOf = ({ body }: PostedComment): string => body.replaceAll('\r\n', '\n').trim();

async function wantedSuggestions(thread: PullRequestThread, { files }: CheckOutcome): Promise<Suggestion[]> {
  const hasFix = files.some(({ findings }) => findings.some(({ fix }) => fix !== null));
  return hasFix ? suggestionsFor(files, await thread.changedFiles()) : [];
}

async function bringSuggestions(thread: PullRequestThread, wanted: Suggestion[]): Promise<void> {
  const posted = await thread.ownSuggestions();
  const standing = standingAmong(posted, wanted);
  const missing = wanted.filter(({ digest }) => !standing.some((each) => each.digest === digest));
  if (missing.length > 0) await thread.suggest(missing);
  const unneeded = posted.filter((each) => !standing.includes(each) && !each.isAnswered);
  for (const { id } of unneeded) await thread.removeSuggestion(id);
}

/**
 * Those that are wanted still, one a digest. What is outdated can't be committed and is made anew, but not where
 * somebody has answered: what was discussed once isn't asked again.
 */
function standingAmong(posted: PostedSuggestion[], wanted: Suggestion[]): PostedSuggestion[] {
  const standing = new Map<string, PostedSuggestion>();
  for (const each of posted) {
    const isWanted = wanted.some(({ digest }) => digest === each.digest);
    const counts = each.isAnswered || !each.isOutdated;
    if (isWanted && counts && !standing.has(each.digest)) standing.set(each.digest, each);
  }
  return [...standing.values()];
}
