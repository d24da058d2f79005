import type { ChangedFile, PostedComment, PostedSuggestion, Suggestion } from '../../src/model/pull-request.ts';
import type { PullRequestThread } from '../../src/model/pull-request-ports.ts';

/** A pull request as far as the engine knows it: what stands on it, and what was asked of it. */
export class FakePullRequest implements PullRequestThread {
  /** One entry a request that reads, and one that writes, oldest first. */
  readonly reads: string[] = [];
  readonly writes: string[] = [];
  head = 'c0ffee';
  files: ChangedFile[] = [];
  comments: PostedComment[] = [];
  suggestions: (PostedSuggestion & Pick<Suggestion, 'line' | 'body'>)[] = [];
  /** What every write is answered with. */
  refusal: Error | null = null;
  #lastId = 0;

  async headCommit(): Promise<string> {
    this.reads.push('head');
    return this.head;
  }

  async changedFiles(): Promise<ChangedFile[]> {
    this.reads.push('files');
    return this.files;
  }

  async ownComments(): Promise<PostedComment[]> {
    this.reads.push('comments');
    return [...this.comments];
  }

  async addComment(body: string): Promise<void> {
    this.#write('add comment');
    this.comments.push({ id: ++this.#lastId, body });
  }

  async editComment(id: number, body: string): Promise<void> {
    this.#write(`edit comment ${id}`);
    this.comments = this.comments.map((comment) => (comment.id === id ? { id, body } : comment));
  }

  async deleteComment(id: number): Promise<void> {
    this.#write(`delete comment ${id}`);
    this.comments = this.comments.filter((comment) => comment.id !== id);
  }

  async ownSuggestions(): Promise<PostedSuggestion[]> {
    this.reads.push('suggestions');
    return [...this.suggestions];
  }

  async suggest(suggestions: Suggestion[]): Promise<void> {
    this.#write(`review of ${suggestions.length}`);
    for (const { digest, line, body } of suggestions) {
      this.suggestions.push({ id: ++this.#lastId, digest, line, body, isAnswered: false, isOutdated: false });
    }
  }

  async removeSuggestion(id: number): Promise<void> {
    this.#write(`remove suggestion ${id}`);
    this.suggestions = this.suggestions.filter((suggestion) => suggestion.id !== id);
  }

  #write(what: string): void {
    if (this.refusal) throw this.refusal;
    this.writes.push(what);
  }
}
